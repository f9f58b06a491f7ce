package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole picture of a client, and two that become one: RULES, Clients. */
class ClientMergeIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();
  private JsonNode from;
  private JsonNode into;

  @BeforeEach
  void create() {
    from = client(Map.of("primary_contact_name", "Ada", "city", "London"));
    into = client(Map.of("primary_contact_name", "Bob"));
    var note =
        Map.of(
            "entity_type",
            "client",
            "entity_id",
            id(from),
            "action",
            "call",
            "description",
            "They agree");
    Fixture.created(admin, "/activities", note);
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    var answer = merge(Map.of("into", id(into), "dry_run", true));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("dry_run").asBoolean()).isTrue();
    assertThat(answer.json().get("moved").get("contacts").asInt()).isEqualTo(1);
    assertThat(answer.json().get("moved").get("activities").asInt()).isEqualTo(2);
    assertThat(answer.json().get("moved").get("leads").asInt()).isZero();
    assertThat(admin.get("/clients/" + id(from)).status()).isEqualTo(200);
    assertThat(admin.get("/clients/" + id(into)).json()).isEqualTo(into);
  }

  @Test
  void aMergeMovesEverythingAndDeletesTheFirst() {
    var fields = Fixture.lead();
    var lead = Fixture.created(admin, "/leads", fields);
    var converted = admin.post("/leads/" + id(lead) + "/convert", Map.of("client_id", id(from)));
    assertThat(converted.status()).isEqualTo(201);

    var answer = merge(Map.of("into", id(into)));

    assertThat(answer.status()).isEqualTo(200);
    var client = answer.json().get("client");
    assertThat(client.get("id")).isEqualTo(into.get("id"));
    assertThat(client.get("city").asText()).isEqualTo("London");
    assertThat(client.get("primary_contact_name").asText()).isEqualTo("Bob");
    assertThat(client.get("last_contact_at").isNull()).isFalse();
    assertThat(answer.json().get("moved").get("leads").asInt()).isEqualTo(1);
    assertThat(admin.get("/clients/" + id(from)).status()).isEqualTo(404);
    assertThat(Console.of(server).run("crm:verify").well().out()).contains("derived");
    var contacts = admin.get("/clients/" + id(into) + "/contacts?sort=created_at").json();
    assertThat(contacts.get("items")).hasSize(3);
    var story = admin.get("/activities?entity_type=client&entity_id=" + id(into)).json();
    assertThat(story.get("items").findValuesAsText("action")).contains("call", "merged");
    var origin = admin.get("/leads/" + id(lead)).text("converted_to_client_id");
    assertThat(origin).isEqualTo(id(into));
    assertThat(audited(from)).contains("merged");
    assertThat(audited(into)).contains("merged");
  }

  @Test
  void badMergesAreRefused() {
    var nobody = "00000000-0000-4000-8000-000000000404";
    var old = admin.get("/clients/" + id(from)).header("ETag");
    admin.patch("/clients/" + id(from), Map.of("city", "Bonn"));

    assertThat(merge(Map.of("into", id(from))).status()).isEqualTo(422);
    assertThat(merge(Map.of("into", nobody)).status()).isEqualTo(404);
    assertThat(merge(Map.of("into", "somebody")).status()).isEqualTo(422);
    assertThat(merge(Map.of()).status()).isEqualTo(422);
    assertThat(merge(Map.of("into", id(into), "fast", true)).status()).isEqualTo(422);
    var stale = admin.with("If-Match", old);
    var path = "/clients/" + id(from) + "/merge";
    assertThat(stale.post(path, Map.of("into", id(into))).status()).isEqualTo(412);
    var seller = Fixture.user(server, "sales");
    assertThat(seller.post(path, Map.of("into", id(into))).status()).isEqualTo(403);
    assertThat(admin.get("/clients/" + id(into)).json()).isEqualTo(into);
  }

  @Test
  void theOverviewShowsWhatRunsAndNamesTheRest() {
    var fields = Fixture.lead();
    fields.put("company", into.get("company_name").asText());
    var lead = Fixture.created(admin, "/leads", fields);

    var overview = admin.get("/clients/" + id(into) + "/overview").json();

    assertThat(overview.get("client")).isEqualTo(into);
    assertThat(overview.get("contacts").findValuesAsText("name")).containsExactly("Bob");
    assertThat(overview.get("last_contact").isNull()).isTrue();
    assertThat(overview.get("parts").get("leads").findValuesAsText("id")).containsExactly(id(lead));
    var missing = overview.get("missing");
    assertThat(missing.get("projects").asText()).isEqualTo("not_running");
    assertThat(missing.get("tickets").asText()).isEqualTo("not_running");
    assertThat(missing.get("invoices").asText()).isEqualTo("not_running");
    assertThat(missing.get("balance_due").asText()).isEqualTo("not_running");
    assertThat(missing.has("leads")).isFalse();
  }

  @Test
  void theOverviewShowsOnlyWhatTheReaderMaySee() {
    var support = Fixture.user(server, "support");
    var seller = Fixture.user(server, "sales");

    var overview = support.get("/clients/" + id(into) + "/overview").json();

    assertThat(overview.get("parts").has("leads")).isFalse();
    assertThat(overview.get("missing").get("leads").asText()).isEqualTo("not_permitted");
    assertThat(seller.get("/clients/" + id(into) + "/overview").status()).isEqualTo(404);
    assertThat(server.api().get("/clients/" + id(into) + "/overview").status()).isEqualTo(401);
  }

  private Answer merge(Map<String, ?> body) {
    return admin.post("/clients/" + id(from) + "/merge", body);
  }

  private String audited(JsonNode client) {
    var rows = admin.get("/audit-logs?resource_id=" + id(client)).json();
    return String.join(" ", rows.get("items").findValuesAsText("action"));
  }

  private JsonNode client(Map<String, ?> more) {
    var fields = new HashMap<String, Object>(more);
    fields.put("company_name", Fixture.unique("Works "));
    return Fixture.created(admin, "/clients", fields);
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }
}
