/** Commands of the operators' console. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.console;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
