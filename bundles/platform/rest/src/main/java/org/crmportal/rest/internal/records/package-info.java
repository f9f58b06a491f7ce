/** The resource that every record type has without code of its own. */
@NullMarked
package org.crmportal.rest.internal.records;

import org.jspecify.annotations.NullMarked;
