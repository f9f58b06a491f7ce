package org.crmportal.auth;

import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.osgi.annotation.versioning.ProviderType;

/** Explains who may do what. */
@ProviderType
public interface AccessService {

  /**
   * Explains what a user may do with a record, by the very rules that decide it.
   *
   * @param entityType e.g. {@code lead}
   * @throws CrmException {@code NOT_FOUND} if the caller may not see the user or the record, {@code
   *     FORBIDDEN} without a permission to read users, unless it is about the caller, {@code
   *     BAD_REQUEST} if there is no such type
   */
  Access explain(UUID userId, String entityType, UUID entityId);
}
