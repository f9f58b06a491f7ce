/**
 * Leads: people and companies that may become clients.
 *
 * <p>{@link LeadService} is the way in; {@code RecordListener} hears about changes; {@link
 * LeadScorer} and {@link LeadAssigner} are what others may provide.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.leads;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
