/** The settings of a running server, and the way to change them. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.configuration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
