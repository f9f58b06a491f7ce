/** How a line of the log is written, and what never gets into one. */
@NullMarked
package org.crmportal.log;

import org.jspecify.annotations.NullMarked;
