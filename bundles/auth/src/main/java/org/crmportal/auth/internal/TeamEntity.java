package org.crmportal.auth.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.auth.NewTeam;
import org.crmportal.auth.Team;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code teams}; its members are rows of their own. */
@Entity
@Table(name = "teams")
class TeamEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version;

  private String name;
  private @Nullable String description;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected TeamEntity() {} // for JPA

  TeamEntity(NewTeam team, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.createdAt = createdAt;
    change(team, createdAt);
  }

  final void change(NewTeam team, Instant now) {
    name = team.name();
    description = team.description();
    updatedAt = now;
  }

  /** Its members have changed. */
  void joined(Instant now) {
    updatedAt = now;
  }

  Team toTeam() {
    return new Team(id, name, description, List.of(), version, createdAt, updatedAt);
  }
}
