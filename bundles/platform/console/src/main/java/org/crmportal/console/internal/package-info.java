/** The operators' console. */
@NullMarked
package org.crmportal.console.internal;

import org.jspecify.annotations.NullMarked;
