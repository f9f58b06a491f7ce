/** The tests of crm-migration: here, because they need the testkit, which needs crm-migration. */
@NullMarked
package org.crmportal.migration.internal;

import org.jspecify.annotations.NullMarked;
