package org.crmportal.auth.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.crmportal.platform.Scope;

/** A set of permissions, parsed once. */
final class Grants {

  static final Grants NONE = new Grants(List.of());

  /** Only these have scopes; {@code approve_own} is an action of its own and no part of approve. */
  private static final Set<String> SCOPED = Set.of("read", "update", "delete");

  private static final int MOST_REMEMBERED = 1_000;

  private final SortedSet<String> names;
  private final List<WildcardPermission> patterns;
  private final Map<String, Boolean> implied = new ConcurrentHashMap<>();

  Grants(Collection<String> permissions) {
    names = new TreeSet<>(permissions);
    // One without a wildcard implies only itself, which the set of names answers faster.
    patterns =
        names.stream().filter(name -> name.contains("*")).map(WildcardPermission::new).toList();
  }

  /** Whether exactly this permission is held, by name or by a wildcard. */
  boolean holds(String permission) {
    if (names.contains(permission)) {
      return true;
    }
    if (patterns.isEmpty()) {
      return false;
    }
    var known = implied.get(permission);
    if (known != null) {
      return known;
    }
    var wanted = new WildcardPermission(permission);
    boolean holds = patterns.stream().anyMatch(pattern -> pattern.implies(wanted));
    if (implied.size() < MOST_REMEMBERED) {
      implied.put(permission, holds);
    }
    return holds;
  }

  /** The widest scope in which an action is allowed. */
  Scope scope(String resource, String action) {
    var permission = resource + ":" + action;
    if (holds(permission)) {
      return Scope.ALL;
    }
    if (holds(permission + "_team")) {
      return Scope.TEAM;
    }
    return holds(permission + "_own") ? Scope.OWN : Scope.NONE;
  }

  /** The name of the grant by which a permission is held; the permission itself if by none. */
  String deciding(String permission) {
    if (names.contains(permission)) {
      return permission;
    }
    var wanted = new WildcardPermission(permission);
    return names.stream()
        .filter(name -> name.contains("*") && new WildcardPermission(name).implies(wanted))
        .findFirst()
        .orElse(permission);
  }

  /** Whether this permission, or one that allows the same and more, is held. */
  boolean covers(String permission) {
    return wider(permission).anyMatch(this::holds);
  }

  /** What both allow. */
  Grants intersect(Grants other) {
    return new Grants(
        Stream.concat(
                names.stream().filter(other::covers), other.names.stream().filter(this::covers))
            .toList());
  }

  /** The permissions by name, sorted. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The permission itself and those that allow the same with more records. */
  static Stream<String> wider(String permission) {
    var scope = permission.lastIndexOf('_');
    var action = permission.indexOf(':') + 1;
    if (scope > action && SCOPED.contains(permission.substring(action, scope))) {
      var all = permission.substring(0, scope);
      return switch (permission.substring(scope)) {
        case "_own" -> Stream.of(permission, all + "_team", all);
        case "_team" -> Stream.of(permission, all);
        default -> Stream.of(permission);
      };
    }
    return Stream.of(permission);
  }
}
