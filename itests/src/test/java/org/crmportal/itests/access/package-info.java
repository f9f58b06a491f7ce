/** Who may see and do what, for every permission that the running server declares. */
package org.crmportal.itests.access;
