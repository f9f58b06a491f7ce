@NullMarked
package org.crmportal.auth.internal;

import org.jspecify.annotations.NullMarked;
