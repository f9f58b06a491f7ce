/** What must hold for a module's data, for whoever asks whether it is whole. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.check;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
