package org.crmportal.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Turns a token into a caller. The module auth provides it. */
@ProviderType
public interface Authenticator {

  /**
   * The token of a header {@code Authorization: Bearer …}.
   *
   * @return null if there is no header, or it is of another scheme
   */
  static @Nullable String token(@Nullable String header) {
    var scheme = "Bearer ";
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? header.substring(scheme.length()).strip()
        : null;
  }

  /**
   * The caller who holds a token, with the permissions that are in force now.
   *
   * @param token an access token or an API token, without {@code Bearer}
   * @throws CrmException {@code UNAUTHENTICATED} if the token is not valid, has expired, or its
   *     user is not active any more; {@code FORBIDDEN} if a generated password must be changed
   *     first
   */
  Caller authenticate(String token, Origin origin);

  /**
   * A user as a caller without a token, for work that goes on in the user's name (a job).
   *
   * @throws CrmException {@code UNAUTHENTICATED} if the user is not there or not active
   */
  Caller impersonate(UUID userId, Origin origin);
}
