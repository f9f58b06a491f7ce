/** How a running server is, for whoever looks after it. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.operations;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
