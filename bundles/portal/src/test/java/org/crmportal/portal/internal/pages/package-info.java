@NullMarked
package org.crmportal.portal.internal.pages;

import org.jspecify.annotations.NullMarked;
