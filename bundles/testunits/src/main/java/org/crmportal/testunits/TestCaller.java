package org.crmportal.testunits;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;

/**
 * A user of a test with the permissions that the test gives.
 *
 * @param team the members of the user's teams, the user included
 * @param permissions {@code leads:read_own} …; {@code *} is everything
 */
public record TestCaller(UUID id, String name, Set<UUID> team, Set<String> permissions)
    implements Caller {

  /** The same user with other permissions. */
  public TestCaller with(String... granted) {
    return new TestCaller(id, name, team, Set.of(granted));
  }

  /** The same user in a team with others. */
  public TestCaller among(TestCaller... others) {
    var all = new HashSet<>(team);
    Arrays.stream(others).map(TestCaller::id).forEach(all::add);
    return new TestCaller(id, name, all, permissions);
  }

  @Override
  public boolean may(String permission) {
    return permissions.contains("*") || permissions.contains(permission);
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
  public Origin origin() {
    return new Origin("127.0.0.1", "test", "test");
  }
}
