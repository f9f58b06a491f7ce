package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.crmportal.itests.Answer;

/**
 * One call for many records. It is all or nothing here, and at least one record is out of reach, so
 * that nothing may change; and yet it says of each record what became of it.
 */
final class Many {

  private final World world;
  private final Subject subject;
  private final Commands commands;

  Many(World world, Subject subject, Commands commands) {
    this.world = world;
    this.subject = subject;
    this.commands = commands;
  }

  List<Attempt> of(Kind kind) {
    var attempts = new ArrayList<Attempt>();
    for (var route : world.declared.routes()) {
      boolean bulk = route.tail().equals("bulk") || route.tail().startsWith("bulk/");
      if (bulk && route.resource().equals(kind.resource()) && kind.parent() == null) {
        attempts.addAll(of(kind, route));
      }
    }
    return attempts;
  }

  private List<Attempt> of(Kind kind, Route route) {
    var needed = route.needs(world.declared.permissions()).orElseThrow();
    var role = subject.role();
    var items = new ArrayList<>(world.of(kind));
    boolean may =
        needed.stream()
            .anyMatch(each -> role.reach(kind.resource(), each.split(":", -1)[1]) != Reach.NONE);
    ToIntFunction<Item> status = item -> status(route, item, items.get(items.size() - 1));
    items.sort(java.util.Comparator.comparingInt(status));
    var into = items.get(items.size() - 1);
    var body = body(route, items, into);
    if (route.word().equals("merge")) {
      items.remove(into);
    }
    if (!may) {
      return List.of(Attempt.of("POST", route.path(), body, 403));
    }
    if (items.stream().allMatch(item -> status.applyAsInt(item) == 200)) {
      return List.of();
    }
    return List.of(
        Attempt.of("POST", route.path(), body, 422)
            .then(answer -> outcomes(route, items, status, answer)));
  }

  private int status(Route route, Item item, Item into) {
    var role = subject.role();
    return switch (route.word()) {
      // What is not there would be made, with an id that is the server's to give.
      case "bulk" -> {
        int status = role.status(item, "update");
        yield role.reads(item.kind()) && !role.sees(item)
            ? 422
            : role.reach(item.kind().resource(), "update") == Reach.NONE ? 403 : status;
      }
      case "update", "delete" -> role.status(item, route.word());
      case "restore" -> role.status(item, "delete");
      case "merge" -> commands.status(item, into);
      default -> commands.status(route.word(), route, item);
    };
  }

  private Map<String, Object> body(Route route, List<Item> items, Item into) {
    var body = new HashMap<String, Object>();
    body.put("atomic", true);
    if (route.word().equals("bulk")) {
      body.put("mode", "upsert");
      body.put("key", "id");
      body.put("items", items.stream().map(this::changed).toList());
      return body;
    }
    var merge = route.word().equals("merge");
    body.put(
        "ids",
        items.stream().filter(i -> !merge || !i.id().equals(into.id())).map(Item::id).toList());
    if (merge) {
      body.put("into", into.id());
      body.put("dry_run", true);
    }
    if (route.word().equals("update")) {
      body.put(into.kind().text(), "One for all");
    }
    return body;
  }

  private Map<String, Object> changed(Item item) {
    var fields = new HashMap<>(world.change(item));
    fields.put("id", item.id());
    return fields;
  }

  private void outcomes(
      Route route, List<Item> items, ToIntFunction<Item> expected, Answer answer) {
    var outcomes = answer.json().path("items");
    for (int i = 0; i < items.size(); i++) {
      int status = outcomes.path(i).path("status").asInt();
      int wanted = expected.applyAsInt(items.get(i));
      boolean right = wanted == 200 ? status != 403 && status != 404 : status == wanted;
      // Of a merge either record may be out of reach, and each in its own way.
      boolean either = route.word().equals("merge") && wanted == 404 && status == 403;
      if (!right && !either) {
        subject
            .findings()
            .expect(wanted, status, subject.about(route + " of " + items.get(i).path()));
      }
    }
  }
}
