/** The journal, activities, the audit trail, settings and the delivery of events. */
@NullMarked
package org.crmportal.journal.internal;

import org.jspecify.annotations.NullMarked;
