/** Finds records that are the same person or company. */
@NullMarked
package org.crmportal.persistence.internal.duplicates;

import org.jspecify.annotations.NullMarked;
