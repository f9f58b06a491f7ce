package org.crmportal.auth.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.auth.NewRole;
import org.crmportal.auth.Role;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code roles}; its grants are rows of their own. */
@Entity
@Table(name = "roles")
class RoleEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version;

  private String name;
  private @Nullable String description;

  @Column(name = "is_system", insertable = false, updatable = false)
  private boolean isSystem;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected RoleEntity() {} // for JPA

  RoleEntity(NewRole role, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.createdAt = createdAt;
    change(role, createdAt);
  }

  final void change(NewRole role, Instant now) {
    name = role.name();
    description = role.description();
    updatedAt = now;
  }

  /** What it grants has changed. */
  void granted(Instant now) {
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  Role toRole() {
    return toRole(List.of());
  }

  Role toRole(List<String> permissions) {
    return new Role(id, name, description, isSystem, permissions, version, createdAt, updatedAt);
  }
}
