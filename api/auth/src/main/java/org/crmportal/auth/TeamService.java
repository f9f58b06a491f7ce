package org.crmportal.auth;

import java.util.Collection;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the teams. */
@ProviderType
public interface TeamService extends RecordService<Team, NewTeam> {

  /**
   * Replaces the members of a team; in force with the next request.
   *
   * @param version the version that the caller has seen, or null for any
   * @param users the users' ids
   * @throws CrmException {@code INVALID} if one is not a live user, {@code FORBIDDEN} unless the
   *     caller may update the team
   */
  Team setMembers(UUID id, @Nullable Long version, Collection<UUID> users);
}
