@NullMarked
package org.crmportal.migration.internal;

import org.jspecify.annotations.NullMarked;
