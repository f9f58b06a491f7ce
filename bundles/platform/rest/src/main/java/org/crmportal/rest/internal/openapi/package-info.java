/** The description of what runs now. */
@NullMarked
package org.crmportal.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
