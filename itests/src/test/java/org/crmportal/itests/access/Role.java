package org.crmportal.itests.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * A set of grants, and what RULES says that they allow.
 *
 * @param name for people who read a finding
 */
record Role(String name, Set<String> grants) {

  /** Everyone's own: RULES, Permissions. */
  private static final Set<String> EVERYONES = Set.of("jobs:read_own", "jobs:update_own");

  static Role of(Set<String> grants) {
    var sorted = new TreeSet<>(grants);
    return new Role(sorted.toString(), sorted);
  }

  /** The widest scope of an action. */
  Reach reach(String resource, String action) {
    for (var scope : java.util.List.of(Reach.ALL, Reach.TEAM, Reach.OWN)) {
      var permission = resource + ":" + scope.of(action);
      if (grants.contains(permission) || EVERYONES.contains(permission) || grants.contains("*:*")) {
        return scope;
      }
    }
    return Reach.NONE;
  }

  /** Whether the caller reads records of this kind at all, and of the kind that it is below. */
  boolean reads(Kind kind) {
    return reach(kind.resource(), "read") != Reach.NONE
        && (kind.parent() == null || reach(kind.parent(), "read") != Reach.NONE);
  }

  /** Whether a record is there for the caller; what is below another one is there only with it. */
  boolean sees(Item item) {
    return reach(item.kind().resource(), "read").covers(item.nearness())
        && (item.parent() == null || sees(item.parent()));
  }

  /** The answer that an action on a record gets: 403, 404, or 200 for whatever it then is. */
  int status(Item item, String action) {
    var reach = reach(item.kind().resource(), action);
    if (reach == Reach.NONE || !reads(item.kind())) {
      return 403;
    }
    if (!sees(item)) {
      return 404;
    }
    return reach.covers(item.nearness()) ? 200 : 403;
  }

  /** The answer that an action gets that is about no record yet. */
  int status(Kind kind, String action, @org.jspecify.annotations.Nullable Item parent) {
    if (reach(kind.resource(), action) == Reach.NONE) {
      return 403;
    }
    return parent == null ? 200 : status(parent, "read");
  }
}
