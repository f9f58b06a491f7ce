/** How the parts of a running server are: what {@code /health/ready} shows. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
