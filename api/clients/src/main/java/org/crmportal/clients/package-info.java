/**
 * Clients: companies that have become customers, and the people there.
 *
 * <p>{@link ClientService} and {@link ContactService} are the way in; {@code RecordListener} hears
 * about changes; a {@link ClientPart} is what another module keeps of a client.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.clients;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
