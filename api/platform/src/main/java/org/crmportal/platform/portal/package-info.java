/** What modules and extensions say of their part of the web portal: pages, cards, components. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
