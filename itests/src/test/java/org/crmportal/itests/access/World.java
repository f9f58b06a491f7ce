package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.itests.Api;
import org.crmportal.itests.CsvUpload;
import org.crmportal.itests.Fixture;
import org.jspecify.annotations.Nullable;

/** Records of every kind, near to the subject and far from them. */
final class World {

  /** What every marker begins with. */
  static final String MARK = "wombat";

  final People people;
  final Declared declared;
  private final List<Item> items = new ArrayList<>();

  World(People people, Declared declared) {
    this.people = people;
    this.declared = declared;
    declared.kinds().forEach(this::furnish);
    for (var item : items) {
      if (item.kind().timeline()) {
        note(item);
      }
    }
  }

  List<Item> all() {
    return List.copyOf(items);
  }

  List<Item> of(Kind kind) {
    return items.stream().filter(item -> item.kind().equals(kind)).toList();
  }

  private void furnish(Kind kind) {
    var scoped = declared.permissions().get(kind.resource()).contains("read_own");
    if (kind.parent() != null) {
      for (var nearness : Reach.SCOPES) {
        var parent =
            of(declared.kind(kind.parent())).stream()
                .filter(item -> item.nearness() == nearness)
                .findFirst();
        parent.ifPresent(found -> make(kind, nearness, people.admin, Map.of(), found));
      }
    } else if (kind.resource().equals("users")) {
      users(kind);
    } else if (!kind.writable()) {
      readOnly(kind, scoped);
    } else {
      if (scoped) {
        make(kind, Reach.OWN, people.subject, Map.of(), null);
        make(kind, Reach.TEAM, people.mate, Map.of(), null);
        kind.ownerColumn().ifPresent(column -> assigned(kind, column));
      }
      make(kind, Reach.ALL, people.stranger, Map.of(), null);
      make(kind, Reach.ALL, people.stranger, Map.of(), null);
    }
  }

  private void assigned(Kind kind, String column) {
    make(kind, Reach.OWN, people.stranger, Map.of(column, people.subjectId), null);
    make(kind, Reach.TEAM, people.stranger, Map.of(column, people.mateId), null);
  }

  private void users(Kind kind) {
    items.add(new Item(kind, people.subjectId, Reach.OWN, "subject@", null));
    items.add(new Item(kind, people.teamUser, Reach.TEAM, "team-user@", null));
    for (int i = 0; i < 2; i++) {
      var marker = Fixture.unique(MARK);
      items.add(new Item(kind, people.user(marker, people.nothingRole), Reach.ALL, marker, null));
    }
  }

  /** What people cannot make is there because of something else that they did. */
  private void readOnly(Kind kind, boolean scoped) {
    if (!scoped) {
      var first = people.admin.get(kind.path() + "?limit=1").json().at("/items/0/id").asText();
      items.add(new Item(kind, first, Reach.ALL, "", null));
      return;
    }
    if (!kind.resource().equals("jobs")) {
      throw new AssertionError("how does a record of " + kind.resource() + " come to be?");
    }
    items.add(new Item(kind, job(people.subject), Reach.OWN, "", null));
    items.add(new Item(kind, job(people.mate), Reach.TEAM, "", null));
    items.add(new Item(kind, job(people.stranger), Reach.ALL, "", null));
  }

  private String job(Api api) {
    var file = new CsvUpload("Last\r\nX\r\n", "{\"Last\":\"last_name\"}").with("dry_run", "true");
    var job = CsvUpload.job(file.to(api, "/leads"));
    CsvUpload.end(people.admin, job);
    return job;
  }

  private Item make(
      Kind kind, Reach nearness, Api by, Map<String, Object> more, @Nullable Item parent) {
    var marker = Fixture.unique(MARK);
    var fields = body(kind, marker);
    fields.putAll(more);
    var made = Fixture.created(by, kind.list(parent), fields).get("id").asText();
    var item = new Item(kind, made, nearness, marker, parent);
    items.add(item);
    return item;
  }

  /** What makes a new record of a kind. */
  Map<String, Object> body(Kind kind, String marker) {
    return kind.resource().equals("users")
        ? People.account(marker, people.nothingRole)
        : new HashMap<>(kind.sample(marker));
  }

  /** A change of a record that says nothing that was not there. */
  Map<String, Object> change(Item item) {
    boolean open = item.kind().resource().equals("users");
    return Map.of(item.kind().text(), Fixture.unique(open ? "A person " : item.marker() + " "));
  }

  private void note(Item item) {
    var note =
        Map.of(
            "entity_type",
            item.kind().entity(),
            "entity_id",
            item.id(),
            "action",
            "note",
            "description",
            "About " + item.marker());
    Fixture.created(people.admin, "/activities", note);
  }

  /** Brings a record back, or puts another one in the place of one that is gone for good. */
  void revive(Item item) {
    if (!item.kind().soft() || people.admin.post(item.path() + "/restore", "").status() != 200) {
      replace(item);
    }
  }

  /** Puts another record in a record's place. */
  void replace(Item item) {
    items.remove(item);
    var column = item.kind().ownerColumn();
    var owner =
        switch (item.nearness()) {
          case OWN -> people.subjectId;
          case TEAM -> people.mateId;
          default -> "";
        };
    var more =
        owner.isEmpty()
            ? Map.<String, Object>of()
            : Map.<String, Object>of(column.orElseThrow(), owner);
    var fresh = make(item.kind(), item.nearness(), people.admin, more, item.parent());
    if (fresh.kind().timeline()) {
      note(fresh);
    }
  }
}
