package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands on one record. */
final class Commands {

  private final World world;
  private final Subject subject;

  Commands(World world, Subject subject) {
    this.world = world;
    this.subject = subject;
  }

  List<Attempt> on(Item item) {
    var attempts = new ArrayList<Attempt>();
    for (var route : world.declared.commands(item.kind())) {
      var path = item.path() + "/" + route.word();
      if (!route.word().equals("merge")) {
        var attempt = attempt(route, path, item);
        if (attempt.refused() || !endsItsCaller(route, item)) {
          attempts.add(attempt);
        }
        continue;
      }
      for (var into : world.of(item.kind())) {
        if (!into.id().equals(item.id())) {
          var body = Map.of("into", into.id(), "dry_run", true);
          attempts.add(
              Attempt.of("POST", path, body, status(item, into)).either(mixed(item, into)));
        }
      }
    }
    return attempts;
  }

  /** Who ends all of the own sessions is signed out, and could try nothing after it. */
  private boolean endsItsCaller(Route route, Item item) {
    return route.verb().equals("DELETE") && item.id().equals(world.people.subjectId);
  }

  private Attempt attempt(Route route, String path, Item item) {
    var attempt = Attempt.of(route.verb(), path, body(route), status(route.word(), route, item));
    if (attempt.refused()) {
      return attempt;
    }
    return route.word().equals("convert")
        ? attempt.then(answer -> world.replace(item))
        : attempt.lenient();
  }

  private static Object body(Route route) {
    return route.verb().equals("PUT") ? List.of() : Map.of();
  }

  /** What the rules say of a command on a record: 200, 403 or 404. */
  int status(String command, Route route, Item item) {
    var kind = item.kind();
    var needed = route.needs(world.declared.permissions()).orElseThrow();
    var read = route.verb().equals("GET");
    var action =
        needed.isEmpty()
            ? read ? "read" : "update"
            : needed.iterator().next().substring(kind.resource().length() + 1);
    int status = subject.role().status(item, action);
    boolean makesClient = command.equals("convert");
    return status == 200 && makesClient && subject.role().reach("clients", "create") == Reach.NONE
        ? 403
        : status;
  }

  /** Whether one of two is out of sight and the other only out of reach: either may be told. */
  private boolean mixed(Item from, Item into) {
    return status(from, into) == 404 && subject.role().sees(from) != subject.role().sees(into);
  }

  /** A merge changes one record and deletes another, unless there is a permission for just that. */
  int status(Item from, Item into) {
    var role = subject.role();
    var resource = from.kind().resource();
    boolean own = world.declared.permissions().get(resource).contains("merge");
    boolean merges = role.reach(resource, "merge") != Reach.NONE;
    if (!merges && (!resource.equals("leads") || !own)) {
      return 403;
    }
    if (!merges && role.reach(resource, "update") == Reach.NONE) {
      return 403;
    }
    var statuses =
        merges
            ? List.of(role.status(from, "merge"), role.status(into, "merge"))
            : List.of(role.status(from, "delete"), role.status(into, "update"));
    return statuses.contains(404) ? 404 : statuses.contains(403) ? 403 : 200;
  }
}
