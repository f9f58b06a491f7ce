/** The web page of the portal, and what it is told to show. */
@NullMarked
package org.crmportal.portal.internal;

import org.jspecify.annotations.NullMarked;
