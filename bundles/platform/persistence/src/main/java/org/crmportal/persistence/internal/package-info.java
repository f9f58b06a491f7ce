/** Transactions, the connection pool and the units of work. */
@NullMarked
package org.crmportal.persistence.internal;

import org.jspecify.annotations.NullMarked;
