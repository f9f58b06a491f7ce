/** A PostgreSQL of our own, run as a child of the node and kept alive. */
@NullMarked
package org.crmportal.postgres.internal;

import org.jspecify.annotations.NullMarked;
