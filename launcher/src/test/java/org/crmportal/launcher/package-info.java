@NullMarked
package org.crmportal.launcher;

import org.jspecify.annotations.NullMarked;
