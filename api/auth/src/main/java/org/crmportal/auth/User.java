package org.crmportal.auth;

import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in. Nothing here or elsewhere shows the password's hash.
 *
 * @param email what the user signs in with, in lower case; unique among all users
 * @param fullName the name that others see
 * @param phone as it was given, or null
 * @param roleId the role, or null for none, and then nothing is allowed
 * @param role the role's name, or null
 * @param isActive whether the user may sign in
 * @param isVerified whether the e-mail address is proven
 * @param passwordChangeRequired whether a generated password must be changed before anything else
 * @param lastLoginAt when the user signed in last, or null
 * @param version raised by every change
 * @param deletedAt when the user was deleted, or null
 */
public record User(
    UUID id,
    String email,
    String fullName,
    @Nullable String phone,
    @Nullable UUID roleId,
    @Nullable String role,
    boolean isActive,
    boolean isVerified,
    boolean passwordChangeRequired,
    @Nullable Instant lastLoginAt,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What the platform has to know of users; everyone is their own owner. */
  public static final RecordType<User, NewUser> TYPE =
      RecordType.of("user", User.class, NewUser.class)
          .module("auth")
          .owners("id")
          .texts("email", "full_name", "phone")
          .titles("full_name")
          .computed("role", "(select r.name from roles r where r.id = t.role_id)")
          .derived("last_login_at")
          .importable("created_at")
          .grant("manager", "read_team")
          .build();
}
