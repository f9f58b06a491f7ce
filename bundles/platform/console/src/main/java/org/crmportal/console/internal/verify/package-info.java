/** The checks of {@code crm:verify}. */
@NullMarked
package org.crmportal.console.internal.verify;

import org.jspecify.annotations.NullMarked;
