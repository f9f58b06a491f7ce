/** Reads CSV files and makes records of their rows. */
@NullMarked
package org.crmportal.jobs.internal.csv;

import org.jspecify.annotations.NullMarked;
