/** What is in the database of each changelog, and the way up and down. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.migration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
