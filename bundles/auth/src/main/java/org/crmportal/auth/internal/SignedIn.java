package org.crmportal.auth.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A user who is calling.
 *
 * @param session the sign-in that the call belongs to, or null
 * @param token the API token that the call came with, or null
 */
record SignedIn(
    UUID id,
    String name,
    Grants grants,
    Set<UUID> team,
    Origin origin,
    @Nullable UUID session,
    @Nullable UUID token)
    implements Caller {

  @Override
  public boolean may(String permission) {
    return grants.holds(permission);
  }

  @Override
  public Scope scope(String resource, String action) {
    return grants.scope(resource, action);
  }

  @Override
  public Object rights() {
    return List.of(id, grants.names(), team);
  }

  /**
   * The caller as a user.
   *
   * @throws CrmException {@code FORBIDDEN} for the system, which has no account
   */
  static SignedIn of(Caller caller) {
    if (caller instanceof SignedIn user) {
      return user;
    }
    throw CrmException.of(
        CrmException.Reason.FORBIDDEN, "forbidden", "This is for users only", Map.of());
  }

  /**
   * The caller as a user who signed in; a program's token must not make itself more of its kind.
   *
   * @throws CrmException {@code FORBIDDEN} for an API token and for the system
   */
  static SignedIn inPerson(Caller caller) {
    var user = of(caller);
    if (user.token() != null) {
      throw CrmException.of(
          CrmException.Reason.FORBIDDEN, "forbidden", "An API token may not do this", Map.of());
    }
    return user;
  }
}
