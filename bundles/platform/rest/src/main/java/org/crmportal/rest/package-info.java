/** What a module's REST resources use beyond JAX-RS itself. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
