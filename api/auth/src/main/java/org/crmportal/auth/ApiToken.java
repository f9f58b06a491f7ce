package org.crmportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program calls in a user's name.
 *
 * @param scopes what it allows, as far as the user may do it, as {@code resource:action}, sorted
 * @param expiresAt when it ends
 * @param lastUsedAt when it was used last, to the minute, or null
 */
public record ApiToken(
    UUID id,
    String name,
    List<String> scopes,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Instant createdAt) {

  public ApiToken {
    scopes = List.copyOf(scopes);
  }
}
