package org.crmportal.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What everyone may know of the users. The module auth provides it. */
@ProviderType
public interface People {

  /** The full name of a user who is not deleted; empty if there is none. */
  Optional<String> name(UUID id);

  /** The active user with an e-mail address, whatever its case; empty if there is none. */
  Optional<UUID> withEmail(String email);

  /** The active users with a role, by the role's name, in the order of their creation. */
  List<UUID> inRole(String role);
}
