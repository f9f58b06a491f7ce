/** Checks what stands in etc/ before anybody takes it. */
@NullMarked
package org.crmportal.configuration.internal;

import org.jspecify.annotations.NullMarked;
