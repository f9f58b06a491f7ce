package org.crmportal.auth.internal;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.User;
import org.crmportal.persistence.UuidConverter;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code users}. */
@Entity
@Table(name = "users")
@Converter(name = "uuid", converterClass = UuidConverter.class)
class UserEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version;

  private String email;

  @Column(name = "deleted_email")
  private @Nullable String deletedEmail;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "full_name")
  private String fullName;

  private @Nullable String phone;

  @ManyToOne
  @JoinColumn(name = "role_id")
  private @Nullable RoleEntity role;

  @Column(name = "is_active")
  private boolean isActive;

  @Column(name = "is_verified")
  private boolean isVerified;

  @Column(name = "password_change_required")
  private boolean passwordChangeRequired;

  @Column(name = "last_login_at", insertable = false, updatable = false)
  private @Nullable Instant lastLoginAt;

  @Column(name = "created_by", updatable = false)
  @Convert("uuid")
  private @Nullable UUID createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  protected UserEntity() {} // for JPA

  UserEntity(NewUser user, RoleEntity role, @Nullable UUID createdBy, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    change(user, role, createdAt);
  }

  /** Takes over all fields of a draft; a new address is not proven. */
  final void change(NewUser user, @Nullable RoleEntity newRole, Instant now) {
    isVerified = isVerified && user.email().equals(email);
    email = user.email();
    fullName = user.fullName();
    phone = user.phone();
    role = newRole;
    isActive = user.active();
    updatedAt = now;
  }

  /** Gets a password; a generated one must be changed. */
  void password(String hash, boolean generated, Instant now) {
    passwordHash = hash;
    passwordChangeRequired = generated;
    updatedAt = now;
  }

  /** Is deleted; the address is free for somebody else. */
  void delete(Instant now) {
    deletedEmail = email;
    email = "deleted-" + id + "@deleted.invalid";
    deletedAt = now;
    updatedAt = now;
  }

  /** Comes back and takes the address back. */
  void restore(Instant now) {
    email = deletedEmail == null ? email : deletedEmail;
    deletedEmail = null;
    deletedAt = null;
    updatedAt = now;
  }

  boolean deleted() {
    return deletedAt != null;
  }

  User toUser() {
    return new User(
        id,
        email,
        fullName,
        phone,
        role == null ? null : role.id(),
        role == null ? null : role.name(),
        isActive,
        isVerified,
        passwordChangeRequired,
        lastLoginAt,
        version,
        createdAt,
        updatedAt,
        deletedAt);
  }
}
