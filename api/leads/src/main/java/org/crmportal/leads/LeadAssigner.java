package org.crmportal.leads;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Chooses who works on a new lead that nobody is assigned to; register an implementation as a
 * service. The one of the highest service ranking decides.
 */
@ConsumerType
public interface LeadAssigner {

  /** The user to assign, or empty to leave it to nobody. */
  Optional<UUID> assign(NewLead lead);
}
