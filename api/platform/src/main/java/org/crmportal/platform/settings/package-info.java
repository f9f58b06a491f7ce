/** What the company that uses the server says of itself. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
