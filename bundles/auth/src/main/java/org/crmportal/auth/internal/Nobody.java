package org.crmportal.auth.internal;

import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;

/** Somebody who is not signed in, as the audit trail names them. */
record Nobody(Origin origin) implements Caller {

  @Override
  public @Nullable UUID id() {
    return null;
  }

  @Override
  public String name() {
    return "nobody";
  }

  @Override
  public boolean may(String permission) {
    return false;
  }

  @Override
  public Scope scope(String resource, String action) {
    return Scope.NONE;
  }

  @Override
  public Set<UUID> team() {
    return Set.of();
  }
}
