/** What happened: activities that people read, the audit trail, and events for other code. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
