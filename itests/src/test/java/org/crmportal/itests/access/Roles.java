package org.crmportal.itests.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The roles that are tried on a kind of record: made from the permissions that it declares. */
final class Roles {

  /** What a command needs of another resource: RULES, Leads. */
  private static final Map<String, Set<String>> COMPANIONS =
      Map.of("leads", Set.of("clients:create"));

  private final Kind kind;
  private final Set<String> actions;

  Roles(Kind kind, Declared declared) {
    this.kind = kind;
    this.actions = declared.permissions().get(kind.resource());
  }

  /**
   * Nobody's; each permission alone and with read; every scope of reading with every of the rest.
   */
  List<Role> all() {
    var roles = new LinkedHashMap<Set<String>, Role>();
    add(roles, Set.of());
    for (var action : actions) {
      add(roles, with("read", Set.of(action)));
      add(roles, with("read", new TreeSet<>(List.of(action, "read"))));
    }
    for (var read : Reach.SCOPES) {
      for (var other : Reach.SCOPES) {
        var whole = new TreeSet<>(with("read", scoped(read, other)));
        whole.addAll(COMPANIONS.getOrDefault(kind.resource(), Set.of()));
        add(roles, whole);
      }
      if (kind.parent() != null) {
        add(roles, with(read.of("read"), scoped(Reach.ALL, Reach.ALL)));
        add(roles, with("nothing", scoped(read, Reach.ALL)));
      }
    }
    return List.copyOf(roles.values());
  }

  /** Every action, those with a scope in the scopes that are given. */
  private Set<String> scoped(Reach read, Reach other) {
    var plain = actions.stream().map(Declared::plain).collect(Collectors.toSet());
    var granted = new LinkedHashSet<String>();
    for (var action : plain) {
      var wanted = (action.equals("read") ? read : other).of(action);
      granted.add(actions.contains(wanted) ? wanted : action);
    }
    granted.retainAll(actions);
    return granted;
  }

  /** Grants on the kind, and one on the kind that it is below, without which it is out of reach. */
  private Set<String> with(String parents, Set<String> granted) {
    var grants = new TreeSet<String>();
    granted.forEach(action -> grants.add(kind.resource() + ":" + action));
    if (kind.parent() != null && !parents.equals("nothing")) {
      grants.add(kind.parent() + ":" + parents);
    }
    return grants;
  }

  private static void add(Map<Set<String>, Role> roles, Set<String> grants) {
    roles.putIfAbsent(grants, Role.of(grants));
  }
}
