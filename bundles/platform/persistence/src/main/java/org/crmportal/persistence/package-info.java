/** One transaction over the persistence units of all modules, and how entities are loaded. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
