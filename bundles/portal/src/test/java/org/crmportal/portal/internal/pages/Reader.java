package org.crmportal.portal.internal.pages;

import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;

/** A caller who holds some permissions. */
record Reader(Set<String> permissions) implements Caller {

  static Rights who(String... permissions) {
    return new Rights(new Reader(Set.of(permissions)));
  }

  @Override
  public UUID id() {
    return new UUID(0, 1);
  }

  @Override
  public String name() {
    return "Reader";
  }

  @Override
  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  @Override
  public Scope scope(String resource, String action) {
    var permission = resource + ":" + action;
    return may(permission)
        ? Scope.ALL
        : may(permission + "_team")
            ? Scope.TEAM
            : may(permission + "_own") ? Scope.OWN : Scope.NONE;
  }

  @Override
  public Set<UUID> team() {
    return Set.of(id());
  }

  @Override
  public Origin origin() {
    return new Origin(null, null, "test");
  }
}
