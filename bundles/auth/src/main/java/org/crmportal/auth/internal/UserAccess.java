package org.crmportal.auth.internal;

import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the calls of one user, as it was at one moment.
 *
 * @param active whether the user may sign in: neither deactivated nor deleted
 * @param team the members of all teams of the user, the user included
 * @param sessions the chains of refresh tokens that are live
 */
record UserAccess(
    UUID id,
    String name,
    boolean active,
    boolean passwordChangeRequired,
    @Nullable String role,
    Grants grants,
    Set<UUID> team,
    Set<UUID> sessions) {

  /** The user as the caller of a session. */
  SignedIn session(Origin origin, UUID session) {
    return new SignedIn(id, name, grants, team, origin, session, null);
  }

  /** The user as the caller of a program that has a token. */
  SignedIn program(Origin origin, UUID token, Grants scopes) {
    return new SignedIn(id, name, grants.intersect(scopes), team, origin, null, token);
  }

  /** The user as the caller of work that goes on in their name. */
  SignedIn impersonated(Origin origin) {
    return new SignedIn(id, name, grants, team, origin, null, null);
  }
}
