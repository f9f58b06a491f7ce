@NullMarked
package org.crmportal.postgres.internal;

import org.jspecify.annotations.NullMarked;
