/** Reads records of every type with SQL that is made from the type. */
@NullMarked
package org.crmportal.persistence.internal.records;

import org.jspecify.annotations.NullMarked;
