/** What a running server measures of itself: what {@code /metrics} shows. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
