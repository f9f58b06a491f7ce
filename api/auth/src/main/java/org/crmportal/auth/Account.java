package org.crmportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in user as they see themselves.
 *
 * @param role the role's name, or null
 * @param permissions what the user may do now, as {@code resource:action}, sorted
 */
public record Account(
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
    Instant createdAt,
    List<String> permissions) {

  public Account {
    permissions = List.copyOf(permissions);
  }
}
