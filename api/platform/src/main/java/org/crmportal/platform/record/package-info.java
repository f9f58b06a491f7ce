/** Records: what they are made of, who may see them, how they are listed, created and changed. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
