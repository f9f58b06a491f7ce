/** Keeps jobs in the database and runs each once, on whichever node has room. */
@NullMarked
package org.crmportal.jobs.internal;

import org.jspecify.annotations.NullMarked;
