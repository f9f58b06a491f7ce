package org.crmportal.itests.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody is shown tells nothing in a filter or an order either, and is nobody's to set. */
class HiddenFieldsIT {

  private static final String SOMETHING = "5f0c3c5e-7a52-4a53-8a4b-b3f6a3a3b0aa";

  private final Stage stage = Stage.shared();
  private final World world = stage.world;
  private final Findings findings = new Findings();
  private final Subject subject = stage.subject(findings);

  @AfterEach
  void nothingWasFound() {
    findings.none();
  }

  @Test
  void aColumnThatIsNotShownIsUnknownToEveryParameter() {
    subject.become(Role.of(People.everything(stage.declared)));
    for (var kind : stage.declared.kinds()) {
      var list = world.of(kind).get(0).list();
      var attempts = new ArrayList<Attempt>();
      for (var column : hidden(kind)) {
        var queries =
            List.of(
                column + "=x", "filter=" + column + "==*", "sort=" + column, "fields=" + column);
        for (var query : queries) {
          var attempt = Attempt.of("GET", list + "?" + query, "", 400);
          attempts.add(attempt);
          attempts.add(attempt.accepting("text/csv"));
        }
      }
      subject.refused(attempts);
    }
  }

  private Set<String> hidden(Kind kind) {
    var columns = new TreeSet<>(stage.digest.columns(kind.resource()));
    columns.removeAll(kind.columns());
    return columns;
  }

  @Test
  void whatTheServerOwnsIsNobodysToSet() {
    subject.become(Role.of(People.everything(stage.declared)));
    for (var kind : stage.declared.kinds()) {
      if (kind.writable()) {
        var owned = new TreeSet<>(hidden(kind));
        owned.addAll(kind.columns());
        owned.removeAll(new HashSet<>(kind.settable()));
        var attempts = new ArrayList<Attempt>();
        for (var column : owned) {
          attempts.addAll(setting(world.of(kind).get(0), column));
        }
        subject.refused(attempts);
      }
    }
  }

  private List<Attempt> setting(Item item, String column) {
    var whole = new HashMap<>(world.body(item.kind(), "fresh" + column.replace("_", "")));
    whole.put(column, SOMETHING);
    var many = Map.of("items", List.of(whole), "atomic", true);
    var key = new HashMap<String, Object>(Map.of(column, SOMETHING));
    key.put("id", item.id());
    var upsert = Map.of("items", List.of(key), "mode", "upsert", "key", "id", "atomic", true);
    var attempts =
        new ArrayList<>(
            List.of(
                Attempt.of("POST", item.list(), whole, 422),
                Attempt.of("POST", item.list() + "/bulk", many, 422),
                Attempt.of("PATCH", item.path(), Map.of(column, SOMETHING), 422)));
    if (!column.equals("id")) {
      attempts.add(Attempt.of("POST", item.list() + "/bulk", upsert, 422));
    }
    return attempts.stream()
        .map(attempt -> attempt.then(a -> named(column, attempt, a.body())))
        .toList();
  }

  private void named(String column, Attempt attempt, String body) {
    findings.expect(true, body.contains('"' + column + '"'), subject.about(attempt + " names it"));
  }

  @Test
  void theValuesOfARecordOutOfScopeFindNothing() {
    for (var kind : stage.declared.kinds()) {
      if (stage.declared.permissions().get(kind.resource()).contains("read_own")) {
        var grants = new TreeSet<>(Set.of(kind.resource() + ":read_own"));
        if (kind.parent() != null) {
          grants.add(kind.parent() + ":read");
        }
        subject.become(Role.of(grants));
        world.of(kind).stream().filter(item -> item.nearness() != Reach.OWN).forEach(this::sought);
      }
    }
  }

  private void sought(Item item) {
    var record = world.people.admin.get(item.path()).json();
    var queries = new ArrayList<String>();
    for (var column : item.kind().columns()) {
      var value = record.path(column);
      if (value.isValueNode() && !value.isNull()) {
        var text = URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
        queries.add(column + "=" + text);
        if (!value.asText().matches(".*[ ,;()'\"+].*")) {
          queries.add("filter=" + column + "==" + text);
        }
        queries.add("sort=" + column);
      }
    }
    if (!item.marker().isEmpty()) {
      queries.add("q=" + item.marker());
    }
    for (var query : queries) {
      var path = item.list() + "?count=true&limit=200&" + query;
      var answer = subject.get(path);
      var shown = Reads.shown(answer, "id");
      findings.expect(200, answer.status(), subject.about(path));
      findings.expect(false, shown.contains(item.id()), subject.about(path + " finds it"));
      if (answer.json().path("next_cursor").isNull()) {
        findings.expect(shown.size(), answer.json().path("total").asInt(-1), subject.about(path));
      }
    }
  }

  @Test
  void theDirectoryFindsNobodyByWhatItDoesNotShow() {
    subject.become(Role.of(Set.of()));
    for (var item : world.of(stage.declared.kind("users"))) {
      var address = item.marker().replace("@", "");
      var found = subject.get("/users/directory?count=true&q=" + address).json();
      findings.expect(0, found.path("total").asInt(-1), "directory by " + address);
    }
    for (var query : List.of("email=x", "sort=email", "filter=email==*", "fields=email")) {
      var refused = subject.get("/users/directory?" + query);
      findings.expect(400, refused.status(), "directory with " + query);
    }
  }
}
