/** The portal in a real browser, against the running distribution. */
@NullMarked
package org.crmportal.itests.portal;

import org.jspecify.annotations.NullMarked;
