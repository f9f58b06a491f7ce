package org.crmportal.persistence.internal.records;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;

/** A caller with the permissions that a test gives. */
record Someone(UUID id, Set<UUID> team, Map<String, Scope> scopes) implements Caller {

  static Someone with(UUID id, Map<String, Scope> scopes) {
    return new Someone(id, Set.of(id), scopes);
  }

  @Override
  public String name() {
    return "Someone";
  }

  @Override
  public boolean may(String permission) {
    return scopes.containsKey(permission);
  }

  @Override
  public Scope scope(String resource, String action) {
    return scopes.getOrDefault(resource + ":" + action, Scope.NONE);
  }

  @Override
  public Origin origin() {
    return new Origin(null, null, "test");
  }
}
