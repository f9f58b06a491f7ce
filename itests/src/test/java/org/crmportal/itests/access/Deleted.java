package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Records that are deleted: in no list but that of the deleted, and there for who may both read and
 * delete.
 */
final class Deleted {

  private final World world;
  private final Subject subject;

  Deleted(World world, Subject subject) {
    this.world = world;
    this.subject = subject;
  }

  void check(Kind kind) {
    var items =
        world.of(kind).stream().filter(item -> !item.id().equals(world.people.subjectId)).toList();
    for (var read : Reach.SCOPES) {
      for (var delete : Reach.SCOPES) {
        check(kind, items, Set.of(read.of("read"), delete.of("delete"), "export", "update"));
      }
      check(kind, items, Set.of(read.of("read"), "export", "update"));
    }
    check(kind, items, Set.of("delete", "export"));
  }

  private void check(Kind kind, List<Item> items, Set<String> actions) {
    var grants =
        actions.stream()
            .map(each -> kind.resource() + ":" + each)
            .collect(Collectors.toCollection(TreeSet::new));
    if (kind.parent() != null) {
      grants.add(kind.parent() + ":read");
    }
    subject.become(Role.of(grants));
    items.forEach(item -> world.people.admin.delete(item.path()));
    items.stream().map(Item::list).distinct().forEach(list -> listed(list, items));
    var attempts = new ArrayList<Attempt>();
    for (var item : items) {
      boolean reads = subject.role().reads(kind);
      boolean updates = subject.role().reach(kind.resource(), "update") != Reach.NONE;
      attempts.add(Attempt.of("GET", item.path(), "", reads ? 404 : 403));
      attempts.add(
          Attempt.of("PATCH", item.path(), world.change(item), patched(item, reads && updates)));
      attempts.add(Attempt.of("POST", item.path() + "/restore", "", restored(item)));
    }
    subject.refused(attempts.stream().filter(Attempt::refused).toList());
    subject.permitted(attempts.stream().filter(attempt -> !attempt.refused()).toList());
    items.forEach(item -> world.people.admin.post(item.path() + "/restore", ""));
  }

  /** A deleted record is not there to be changed, unless the caller could not change it anyway. */
  private int patched(Item item, boolean may) {
    int live = subject.role().status(item, "update");
    return may && live == 200 ? 404 : live;
  }

  private int restored(Item item) {
    return subject.role().status(item, "delete");
  }

  private void listed(String list, List<Item> items) {
    var role = subject.role();
    var there = items.stream().filter(item -> item.list().equals(list)).toList();
    var kind = there.get(0).kind();
    var query = list + "?deleted=only&limit=200";
    boolean may = role.reads(kind) && role.reach(kind.resource(), "delete") != Reach.NONE;
    if (!may) {
      subject.refused(
          List.of(
              Attempt.of("GET", query, "", 403),
              Attempt.of("GET", query, "", 403).accepting("text/csv")));
      return;
    }
    var expected = Reads.ids(there.stream().filter(i -> role.status(i, "delete") == 200).toList());
    for (var more : List.of("", "&sort=-id", "&q=" + World.MARK)) {
      if (more.contains("q=") && kind.resource().equals("users")) {
        continue;
      }
      var shown = Reads.shown(subject.get(query + more), "id");
      shown.retainAll(Reads.ids(there));
      subject.findings().expect(expected, shown, subject.about(query + more));
    }
    var csv = subject.call(Attempt.of("GET", query, "", 200).accepting("text/csv")).body();
    var exported = Reads.ids(there).stream().filter(csv::contains).collect(Collectors.toSet());
    subject.findings().expect(expected, exported, subject.about(query + " as CSV"));
    if (role.reads(kind)) {
      var live = Reads.shown(subject.get(list + "?limit=200"), "id");
      live.retainAll(Reads.ids(there));
      subject.findings().expect(Set.of(), live, subject.about(list + ", where all are deleted"));
    }
  }
}
