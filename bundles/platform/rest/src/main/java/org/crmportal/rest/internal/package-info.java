/** Serves the resources of all modules below one address. */
@NullMarked
package org.crmportal.rest.internal;

import org.jspecify.annotations.NullMarked;
