/** What every module shares: failures, checks and callers. Nothing here knows a business word. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
