/** Closes what the container's SSH server leaves open. */
@NullMarked
package org.crmportal.shell.internal;

import org.jspecify.annotations.NullMarked;
