/** Records as JSON and back. */
@NullMarked
package org.crmportal.rest.internal.json;

import org.jspecify.annotations.NullMarked;
