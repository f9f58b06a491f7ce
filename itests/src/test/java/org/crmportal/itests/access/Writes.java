package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.crmportal.itests.CsvUpload;
import org.crmportal.itests.Fixture;
import org.jspecify.annotations.Nullable;

/** Every way to change records of a kind, with what the rules say of it. */
final class Writes {

  private final World world;
  private final Subject subject;
  private final Commands commands;
  private final Many many;

  Writes(World world, Subject subject) {
    this.world = world;
    this.subject = subject;
    this.commands = new Commands(world, subject);
    this.many = new Many(world, subject, commands);
  }

  void check(Kind kind) {
    var attempts = new ArrayList<Attempt>();
    var parents = new LinkedHashSet<@Nullable Item>();
    world.of(kind).forEach(item -> parents.add(item.parent()));
    for (var parent : parents) {
      lists(kind, parent, attempts);
    }
    for (var item : world.of(kind)) {
      one(item, attempts);
      attempts.addAll(commands.on(item));
    }
    attempts.addAll(many.of(kind));
    subject.refused(attempts.stream().filter(Attempt::refused).toList());
    var permitted = new ArrayList<>(attempts.stream().filter(each -> !each.refused()).toList());
    permitted.sort(Comparator.comparingInt(Attempt::finality));
    subject.permitted(permitted);
  }

  private void lists(Kind kind, @Nullable Item parent, List<Attempt> attempts) {
    var role = subject.role();
    var list = kind.list(parent);
    int read = role.status(kind, "read", parent);
    attempts.add(Attempt.of("GET", list, "", read));
    int export = role.status(kind, "export", parent);
    attempts.add(Attempt.of("GET", list, "", export == 403 ? 403 : read).accepting("text/csv"));
    if (world.declared.has(kind, "POST", "")) {
      var body = world.body(kind, Fixture.unique("fresh"));
      attempts.add(
          Attempt.of("POST", list, body, role.status(kind, "create", parent))
              .then(made -> remove(made.header("Location"))));
    }
    if (world.declared.has(kind, "POST", "import")) {
      attempts.add(imported(kind, list, role.status(kind, "import", parent)));
    }
  }

  private void remove(String location) {
    if (!location.isEmpty()) {
      world.people.admin.delete(location.replace("/api/v1", ""));
    }
  }

  private Attempt imported(Kind kind, String list, int status) {
    var upload =
        new CsvUpload("Text\r\nX\r\n", "{\"Text\":\"" + kind.text() + "\"}")
            .with("dry_run", "true");
    return Attempt.of("POST", list + "/import", upload.body(), status)
        .accepting(CsvUpload.CONTENT_TYPE)
        .then(
            accepted -> {
              if (accepted.status() == 202) {
                CsvUpload.end(world.people.admin, CsvUpload.job(accepted));
              }
            });
  }

  private void one(Item item, List<Attempt> attempts) {
    var role = subject.role();
    var path = item.path();
    attempts.add(Attempt.of("GET", path, "", role.status(item, "read")));
    attempts.add(Attempt.of("GET", path + "?fields=id", "", role.status(item, "read")));
    if (world.declared.has(item.kind(), "PATCH", "{id}")) {
      attempts.add(Attempt.of("PATCH", path, world.change(item), role.status(item, "update")));
    }
    if (world.declared.has(item.kind(), "DELETE", "{id}")) {
      var delete = Attempt.of("DELETE", path, "", role.status(item, "delete"));
      attempts.add(delete.refused() ? delete : deleted(item, delete));
    }
    if (world.declared.has(item.kind(), "POST", "{id}/restore")) {
      attempts.add(Attempt.of("POST", path + "/restore", "", role.status(item, "delete")));
    }
  }

  private Attempt deleted(Item item, Attempt delete) {
    // Nobody deletes their own account, whatever they may do.
    return item.id().equals(world.people.subjectId)
        ? delete.lenient()
        : delete.then(
            answer -> {
              if (answer.status() == 204) {
                world.revive(item);
              }
            });
  }
}
