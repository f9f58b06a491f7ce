package org.crmportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * People whose records those of them may see who have a permission of the scope {@code _team}.
 *
 * @param name unique
 * @param members the users' ids
 * @param version raised by every change, that of the members included
 */
public record Team(
    UUID id,
    String name,
    @Nullable String description,
    List<UUID> members,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** What the platform has to know of teams. */
  public static final RecordType<Team, NewTeam> TYPE =
      RecordType.of("team", Team.class, NewTeam.class)
          .module("auth")
          .texts("name", "description")
          .titles("name")
          .computed(
              "members",
              "array(select m.user_id from team_members m where m.team_id = t.id order by 1)")
          .grant("manager", "read")
          .build();

  public Team {
    members = List.copyOf(members);
  }
}
