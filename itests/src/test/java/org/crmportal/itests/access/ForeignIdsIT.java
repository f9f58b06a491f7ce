package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.itests.CsvUpload;
import org.crmportal.itests.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The id of a record that is out of scope is that of no record, wherever it is sent. */
class ForeignIdsIT {

  private final Stage stage = Stage.shared();
  private final World world = stage.world;
  private final People people = world.people;
  private final Findings findings = new Findings();
  private final Subject subject = stage.subject(findings);

  @AfterEach
  void nothingWasFound() {
    findings.none();
  }

  private Item hidden(String resource) {
    return world.of(stage.declared.kind(resource)).stream()
        .filter(item -> item.nearness() == Reach.ALL)
        .findFirst()
        .orElseThrow();
  }

  private Item own(String resource) {
    return world.of(stage.declared.kind(resource)).stream()
        .filter(item -> item.nearness() == Reach.OWN)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatHangsOnARecordIsThereOnlyWithIt() {
    var attempts = new ArrayList<Attempt>();
    for (var kind : stage.declared.kinds()) {
      if (kind.timeline()) {
        var item = hidden(kind.resource());
        var note =
            Map.of(
                "entity_type",
                kind.entity(),
                "entity_id",
                item.id(),
                "action",
                "note",
                "description",
                "guessed");
        attempts.add(Attempt.of("POST", "/activities", note, 404));
        var many = Map.of("items", List.of(note), "atomic", true);
        attempts.add(Attempt.of("POST", "/activities/bulk", many, 422));
        var asked = "/access?user_id=%s&entity_type=%s&entity_id=%s";
        var access = asked.formatted(people.subjectId, kind.entity(), item.id());
        attempts.add(Attempt.of("GET", access, "", 404));
        attempts.addAll(othersNote(item));
      }
    }
    for (var role : List.of(Set.of("leads:read_own", "clients:read_own"), Set.of("roles:read"))) {
      subject.become(Role.of(role));
      var refused = subject.role().grants().contains("roles:read");
      subject.refused(
          refused
              ? attempts.stream().map(a -> a.either(a.expected().contains(404))).toList()
              : attempts);
    }
  }

  private List<Attempt> othersNote(Item item) {
    var query = "/activities?action=note&entity_id=" + item.id();
    var path = "/activities/" + people.admin.get(query).json().at("/items/0/id").asText();
    return List.of(
        Attempt.of("GET", path, "", 404),
        Attempt.of("PATCH", path, Map.of("description", "guessed"), 404),
        Attempt.of("POST", path + "/done", Map.of(), 404),
        Attempt.of("DELETE", path, "", 404));
  }

  @Test
  void whatOthersWroteOnARecordThatMayBeReadIsNotToBeChanged() {
    subject.become(Role.of(Set.of("leads:read", "leads:update", "clients:read")));
    var item = hidden("leads");
    var query = "/activities?action=note&entity_id=" + item.id();
    var path = "/activities/" + people.admin.get(query).json().at("/items/0/id").asText();
    subject.refused(
        List.of(
            Attempt.of("PATCH", path, Map.of("description", "guessed"), 403),
            Attempt.of("DELETE", path, "", 403)));
  }

  @Test
  void aLeadBecomesNoClientThatIsOutOfSight() {
    subject.become(
        Role.of(Set.of("leads:read_own", "leads:convert", "clients:create", "clients:read_own")));
    var body = Map.of("client_id", hidden("clients").id());
    subject.refused(
        List.of(
            Attempt.of("POST", own("leads").path() + "/convert", body, 404),
            Attempt.of("POST", own("leads").path() + "/convert", Map.of("client_id", "x"), 422)));
  }

  @Test
  void aContactStaysBelowTheClientOfItsPath() {
    subject.become(
        Role.of(Set.of("clients:read_own", "contacts:create", "contacts:read", "contacts:update")));
    var foreign = Map.of("client_id", hidden("clients").id(), "name", "A guess");
    var contact = own("contacts");
    var elsewhere = contact.path().replace(contact.parent().id(), hidden("clients").id());
    subject.refused(
        List.of(
            Attempt.of("POST", contact.list(), foreign, 422),
            Attempt.of("PATCH", contact.path(), foreign, 422),
            Attempt.of("GET", elsewhere, "", 404),
            Attempt.of("PATCH", elsewhere, Map.of("name", "A guess"), 404)));
  }

  @Test
  void anImportReachesNoFurtherThanItsCaller() {
    subject.become(
        Role.of(Set.of("leads:import", "leads:read_own", "leads:update_own", "clients:read_own")));
    var lead = hidden("leads");
    var client = hidden("clients");
    var file =
        "Id,First,Last,Status,Client\r\n"
            + "%s,Guessed,Guessed,new,\r\n".formatted(lead.id())
            + "%s,Guessed,Guessed,converted,%s\r\n".formatted("", client.id());
    var mapping =
        "{\"First\":\"first_name\",\"Last\":\"last_name\",\"Status\":\"status\","
            + "\"Client\":\"converted_to_client_id\"}";
    var before = people.admin.get(lead.path()).body();
    var job = CsvUpload.job(new CsvUpload(file, mapping).to(people.subject, "/leads"));
    var end = CsvUpload.end(people.subject, job).json();
    findings.expect(1, end.get("rows_failed").asInt(), "rows with a client out of sight");
    findings.expect(before, people.admin.get(lead.path()).body(), "a lead out of sight");
  }

  @Test
  void aCursorIsItsReadersOnly() {
    subject.become(Role.of(Set.of("leads:read")));
    var query = "/leads?limit=1";
    var cursor = subject.get(query).text("next_cursor");
    findings.expect(200, subject.get(query + "&cursor=" + cursor).status(), "one's own cursor");
    findings.expect(400, people.mate.get(query + "&cursor=" + cursor).status(), "another's cursor");
    subject.become(Role.of(Set.of("leads:read_own")));
    var rest = Reads.shown(subject.get("/leads?limit=200"), "id");
    var next = Reads.shown(subject.get("/leads?limit=1&cursor=" + cursor), "id");
    findings.expect(true, rest.containsAll(next), "a cursor from before reads no more than now");
  }

  @Test
  void aDuplicateOutOfSightIsOnlySaidToBeThere() {
    subject.become(Role.of(Set.of("leads:create", "leads:read_own")));
    var lead = hidden("leads");
    var address = people.admin.get(lead.path()).text("email");
    var body = Map.of("first_name", "A", "last_name", "Guess", "email", address);
    var answer = subject.call(Attempt.of("POST", "/leads", body, 409));
    findings.expect(409, answer.status(), "a duplicate");
    findings.expect(false, answer.body().contains(lead.id()), "the id of a duplicate");
    findings.expect(false, answer.body().contains("The " + lead.marker()), "its name");
  }

  @Test
  void anIdempotencyKeyIsItsSendersOnly() {
    subject.become(Role.of(Set.of("leads:create", "leads:read_own")));
    var body = new HashMap<String, Object>(Fixture.lead());
    var made = people.mate.with("Idempotency-Key", "the same").post("/leads", body);
    var tried = people.subject.with("Idempotency-Key", "the same").post("/leads", body);
    findings.expect(201, made.status(), "the first");
    findings.expect(409, tried.status(), "the other's, a duplicate of the first");
    findings.expect(false, tried.body().contains(made.text("id")), "the id of the first");
  }
}
