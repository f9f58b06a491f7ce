/** Work that takes longer than a request and survives a restart. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
