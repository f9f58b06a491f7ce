/** Which modules a node runs, and how that is changed while it runs. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
