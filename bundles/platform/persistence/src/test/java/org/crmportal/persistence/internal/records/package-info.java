/** Reads of records, against a real PostgreSQL. */
@NullMarked
package org.crmportal.persistence.internal.records;

import org.jspecify.annotations.NullMarked;
