package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many records with one call, and out of one system into another: API, Shapes. */
class BulkIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void anUpsertChangesWhatItsKeyFindsAndCreatesTheRest() {
    var known = Fixture.lead();
    var lead = Fixture.created(admin, "/leads", known);
    var changed = Map.of("email", known.get("email"), "first_name", "Changed");
    var items = List.of(changed, Fixture.lead());
    var body = Map.of("items", items, "mode", "upsert", "key", "email", "atomic", true);

    var answer = admin.post("/leads/bulk", body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var path = "/leads/" + lead.get("id").asText();
    assertThat(admin.get(path).text("first_name")).isEqualTo("Changed");
    assertThat(admin.get(path).text("company")).isEqualTo(known.get("company"));
    assertThat(admin.get("/leads?last_name=" + ((Map<?, ?>) items.get(1)).get("last_name")).body())
        .contains("\"id\"");
  }

  @Test
  void moreThanAThousandAreRefused() {
    var items = Collections.nCopies(1_001, Map.of("last_name", "X"));
    var body = Map.of("items", items, "mode", "create", "atomic", false);
    assertThat(admin.post("/leads/bulk", body).status()).isEqualTo(422);
    var unknown = Map.of("items", List.of(), "mode", "perhaps", "atomic", true);
    assertThat(admin.post("/leads/bulk", unknown).status()).isEqualTo(422);
  }

  @Test
  void aCommandForManyHasAnOutcomeForEach() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      ids.add(Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText());
    }
    ids.add("00000000-0000-4000-8000-000000000404");

    var answer = admin.post("/leads/bulk/convert", Map.of("ids", ids));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    for (var id : ids.subList(0, 2)) {
      assertThat(admin.get("/leads/" + id).text("status")).isEqualTo("converted");
    }
    assertThat(answer.body()).contains(ids.get(2), "404");
  }

  @Test
  void aPhoneNumberThatIsExportedIsImportedAsItWas() {
    var fields = Fixture.lead();
    fields.put("phone", "+49 30 " + System.nanoTime() % 100_000_000);
    var lead = Fixture.created(admin, "/leads", fields);
    var list = "/leads?last_name=" + fields.get("last_name");
    var csv = admin.with("Accept", "text/csv").get(list + "&fields=first_name,last_name,phone");
    assertThat(csv.body()).contains("'+49");
    assertThat(admin.delete("/leads/" + lead.get("id").asText()).status()).isEqualTo(204);

    var mapping = "{\"first_name\":\"first_name\",\"last_name\":\"last_name\",\"phone\":\"phone\"}";
    var ended = new CsvUpload(csv.body(), mapping).done(admin, "/leads");

    assertThat(ended.text("status")).as(ended.toString()).isEqualTo("succeeded");
    var phone = URLEncoder.encode(fields.get("phone").toString(), StandardCharsets.UTF_8);
    assertThat(admin.get(list + "&phone=" + phone + "&count=true").text("total")).isEqualTo("1");
  }

  @Test
  void aTextThatBeginsLikeAQuotedFormulaIsExportedAndImportedAsItWas() {
    var fields = Fixture.lead();
    fields.put("notes", "'=1+1");
    var lead = Fixture.created(admin, "/leads", fields);
    var list = "/leads?last_name=" + fields.get("last_name");
    var csv = admin.with("Accept", "text/csv").get(list + "&fields=first_name,last_name,notes");
    assertThat(admin.delete("/leads/" + lead.get("id").asText()).status()).isEqualTo(204);

    var mapping = "{\"first_name\":\"first_name\",\"last_name\":\"last_name\",\"notes\":\"notes\"}";
    new CsvUpload(csv.body(), mapping).done(admin, "/leads");

    assertThat(admin.get(list).json().at("/items/0/notes").asText()).isEqualTo("'=1+1");
  }

  @Test
  void aMethodThatAPathLacksIsNamedWithThoseItHas() {
    var answer = admin.put("/leads", Map.of());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET", "POST");
    var problem = answer.json();
    for (var member : List.of("type", "title", "status", "instance", "request_id")) {
      assertThat(problem.has(member)).as(member).isTrue();
    }
  }

  @Test
  void linkingNeedsNoRightToCreateClients() {
    var ann = Person.who(server, "leads:read", "leads:create", "leads:convert", "clients:read");
    var lead = Fixture.created(ann.api(), "/leads", Fixture.lead()).get("id").asText();
    assertThat(ann.api().post("/leads/" + lead + "/convert", "").status()).isEqualTo(403);
    assertThat(admin.get("/leads/" + lead).text("status")).isEqualTo("new");
    var client =
        Fixture.created(admin, "/clients", Map.of("company_name", Fixture.unique("Linked ")));
    var linked = Map.of("client_id", client.get("id").asText());
    assertThat(ann.api().post("/leads/" + lead + "/convert", linked).status()).isEqualTo(201);
  }

  @Test
  void mergedLeadsAreOne() {
    var from = Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();
    var into = Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();
    var note = Map.of("entity_type", "lead", "entity_id", from, "action", "note");
    var text = Fixture.unique("said ");
    var noted = new java.util.HashMap<String, Object>(note);
    noted.put("description", text);
    Fixture.created(admin, "/activities", noted);

    var dry = Map.of("into", into, "dry_run", true);
    assertThat(admin.post("/leads/" + from + "/merge", dry).status()).isEqualTo(200);
    assertThat(admin.get("/leads/" + from).status()).isEqualTo(200);
    var merge = Map.of("into", into, "dry_run", false);
    assertThat(admin.post("/leads/" + from + "/merge", merge).status()).isEqualTo(200);

    assertThat(admin.get("/leads/" + from).status()).isEqualTo(404);
    assertThat(admin.get("/activities?entity_type=lead&entity_id=" + into).body()).contains(text);
  }

  @Test
  void anAuditRowIsNotEvenChangedBySql() throws Exception {
    try (var database = NodeDatabase.of(server.node());
        var statement = database.createStatement()) {
      for (var sql :
          List.of(
              "UPDATE audit_logs SET action = 'x'",
              "DELETE FROM audit_logs",
              "TRUNCATE audit_logs")) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(sql))
            .isInstanceOf(java.sql.SQLException.class);
      }
    }
  }
}
