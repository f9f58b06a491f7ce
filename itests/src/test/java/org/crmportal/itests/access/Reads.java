package org.crmportal.itests.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crmportal.itests.Answer;
import org.jspecify.annotations.Nullable;

/** Every way to read records of a kind shows the same ones: those that the role reaches. */
final class Reads {

  private static final String PAGE = "limit=200";

  private final World world;
  private final Subject subject;
  private final Findings findings;

  Reads(World world, Subject subject) {
    this.world = world;
    this.subject = subject;
    this.findings = subject.findings();
  }

  void check(Kind kind) {
    var parents = new java.util.LinkedHashSet<@Nullable Item>();
    world.of(kind).forEach(item -> parents.add(item.parent()));
    parents.forEach(parent -> lists(kind, parent));
    if (kind.timeline()) {
      timeline();
    }
  }

  private void lists(Kind kind, @Nullable Item parent) {
    int status = subject.role().status(kind, "read", parent);
    if (status != 200) {
      return;
    }
    var list = kind.list(parent);
    var items =
        world.of(kind).stream().filter(item -> Objects.equals(item.parent(), parent)).toList();
    var seen = ids(items.stream().filter(subject.role()::sees).toList());
    counted(list, kind, items, seen);
    same(list + "?" + PAGE + "&filter=" + filter(items), items, seen);
    same(list + "?sort=id&limit=1&filter=" + filter(items), items, first(seen));
    same(list + "?sort=id&skip=1&" + PAGE + "&filter=" + filter(items), items, rest(seen));
    if (kind.writable()) {
      same(list + "?" + PAGE, items, seen);
      same(list + "?" + PAGE + "&sort=-" + kind.text(), items, seen);
      same(list + "?" + PAGE + "&q=" + word(kind), items, seen);
      same(list + "?" + PAGE + "&fields=id," + kind.text(), items, seen);
    }
    if (subject.role().reach(kind.resource(), "export") != Reach.NONE) {
      exported(list, items, seen);
    }
  }

  /** The word that all markers have, or the whole address of a user. */
  private static String word(Kind kind) {
    return kind.resource().equals("users") ? "@example.org" : World.MARK;
  }

  private static String filter(List<Item> items) {
    return items.stream().map(item -> "id==" + item.id()).collect(Collectors.joining(","));
  }

  private static Set<String> first(Set<String> ids) {
    return ids.stream().limit(1).collect(Collectors.toSet());
  }

  private static Set<String> rest(Set<String> ids) {
    return ids.stream().skip(1).collect(Collectors.toSet());
  }

  /** How many there are is said of those that can be seen, whatever is asked for. */
  private void counted(String list, Kind kind, List<Item> items, Set<String> seen) {
    var query = list + "?count=true&limit=1";
    var whole = subject.get(list + "?" + PAGE).json();
    if (whole.path("next_cursor").isNull()) {
      total(query, whole.get("items").size());
    }
    total(query + "&filter=" + filter(items), seen.size());
    var ids = items.stream().map(item -> "&id=" + item.id()).collect(Collectors.joining());
    total(query + ids, seen.size());
    if (kind.writable()) {
      grouped(list + "?group_by=" + kind.text() + ids, seen.size());
    }
    if (kind.writable() && !kind.resource().equals("users")) {
      total(query + ids + "&q=" + word(kind), seen.size());
    }
  }

  private void total(String query, int expected) {
    var answer = subject.get(query);
    findings.expect(expected, answer.json().path("total").asInt(-1), subject.about(query));
  }

  private void grouped(String query, int expected) {
    int counted = 0;
    for (var group : subject.get(query).json().path("groups")) {
      counted += group.path("count").asInt();
    }
    findings.expect(expected, counted, subject.about(query));
  }

  private void same(String query, List<Item> items, Set<String> seen) {
    var answer = subject.get(query);
    var shown = shown(answer, "id");
    shown.retainAll(ids(items));
    findings.expect(new TreeSet<>(seen), shown, subject.about(query));
  }

  private void exported(String list, List<Item> items, Set<String> seen) {
    var answer = subject.call(Attempt.of("GET", list + "?limit=1", "", 200).accepting("text/csv"));
    var found = ids(items).stream().filter(answer.body()::contains).collect(Collectors.toSet());
    findings.expect(new TreeSet<>(seen), new TreeSet<>(found), subject.about(list + " as CSV"));
  }

  private void timeline() {
    var items = world.all().stream().filter(item -> item.kind().timeline()).toList();
    var seen = ids(items.stream().filter(subject.role()::sees).toList());
    var query = "/activities?action=note&" + PAGE;
    var shown = shown(subject.get(query), "entity_id");
    shown.retainAll(ids(items));
    findings.expect(new TreeSet<>(seen), shown, subject.about(query));
    shown = shown(subject.get(query + "&q=" + World.MARK), "entity_id");
    shown.retainAll(ids(items));
    findings.expect(new TreeSet<>(seen), shown, subject.about(query + " that are searched"));
    var ids = items.stream().map(item -> "&entity_id=" + item.id()).collect(Collectors.joining());
    total("/activities?count=true&limit=1&action=note" + ids, seen.size());
  }

  static Set<String> ids(List<Item> items) {
    return items.stream().map(Item::id).collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> shown(Answer list, String field) {
    var shown = new TreeSet<String>();
    for (JsonNode item : list.json().path("items")) {
      shown.add(item.path(field).asText());
    }
    return shown;
  }
}
