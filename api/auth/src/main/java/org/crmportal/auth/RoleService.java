package org.crmportal.auth;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the roles. The role {@code admin} stays as it is, and a role that users have is not
 * deleted: {@code CONFLICT}.
 */
@ProviderType
public interface RoleService extends RecordService<Role, NewRole> {

  /**
   * Replaces what a role grants; in force with the next request.
   *
   * @param version the version that the caller has seen, or null for any
   * @param permissions each {@code resource:action}
   * @throws CrmException {@code INVALID} if one is not known, {@code FORBIDDEN} if one is added
   *     that the caller does not have, {@code CONFLICT} for the role {@code admin}
   */
  Role grant(UUID id, @Nullable Long version, Collection<String> permissions);

  /** Every permission that there is, ordered by resource and action. */
  List<Permission> permissions();
}
