/** What happens before the container starts: settings are read, obstacles named, the node made. */
@NullMarked
package org.crmportal.launcher;

import org.jspecify.annotations.NullMarked;
