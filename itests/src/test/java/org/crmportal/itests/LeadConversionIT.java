package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A lead becomes a client: RULES, Leads. */
class LeadConversionIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aLeadBecomesAClientWithThePersonAsItsContact() {
    var fields = Fixture.lead();
    var lead = Fixture.created(admin, "/leads", fields);
    var answer = admin.post(path(lead) + "/convert", "");
    assertThat(answer.status()).isEqualTo(201);
    var client = answer.json();
    assertThat(client.get("company_name").asText()).isEqualTo(fields.get("company"));
    assertThat(client.get("primary_contact_email").asText()).isEqualTo(fields.get("email"));
    var contacts = items(admin.get("/clients/" + id(client) + "/contacts"));
    assertThat(contacts).hasSize(1);
    var converted = admin.get(path(lead)).json();
    assertThat(converted.get("status").asText()).isEqualTo("converted");
    assertThat(converted.get("stage").asText()).isEqualTo("closed_won");
    assertThat(converted.get("converted_to_client_id").asText()).isEqualTo(id(client));
    assertThat(actions("lead", lead)).contains("converted");
    assertThat(actions("client", client)).contains("created", "converted_from_lead");
  }

  @Test
  void convertingItAgainGivesTheSameClient() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var first = admin.post(path(lead) + "/convert", "");
    var again = admin.post(path(lead) + "/convert", Map.of());
    assertThat(again.status()).isEqualTo(200);
    assertThat(id(again.json())).isEqualTo(id(first.json()));
  }

  @Test
  void twentyAtOnceGiveOneClient() throws Exception {
    var fields = Fixture.lead();
    var lead = Fixture.created(admin, "/leads", fields);
    var threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Answer> convert = () -> admin.post(path(lead) + "/convert", "");
      var clients = new ArrayList<String>();
      int first = 0;
      for (Future<Answer> future : threads.invokeAll(java.util.Collections.nCopies(20, convert))) {
        var answer = future.get();
        assertThat(answer.status()).isIn(200, 201);
        first += answer.status() == 201 ? 1 : 0;
        clients.add(id(answer.json()));
      }
      assertThat(first).isEqualTo(1);
      assertThat(clients).containsOnly(clients.get(0));
    } finally {
      threads.shutdownNow();
    }
    var company = fields.get("company").toString().replace(" ", "%20");
    assertThat(items(admin.get("/clients?company_name=" + company))).hasSize(1);
  }

  @Test
  void aConvertedLeadIsReadOnly() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    admin.post(path(lead) + "/convert", "");
    assertThat(admin.patch(path(lead), Map.of("first_name", "Eve")).status()).isEqualTo(409);
    var move = admin.patch(path(lead), Map.of("status", "contacted"));
    assertThat(move.status()).isEqualTo(409);
    assertThat(move.json().get("current").asText()).isEqualTo("converted");
    assertThat(move.json().get("allowed")).isEmpty();
  }

  @Test
  void aLostLeadIsNotConverted() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    admin.patch(path(lead), Map.of("status", "lost", "lost_reason", "price"));
    var answer = admin.post(path(lead) + "/convert", "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("current").asText()).isEqualTo("lost");
  }

  @Test
  void linkingFillsOnlyTheEmptyFieldsOfTheClient() {
    var company = Fixture.unique("Client ");
    var client =
        Fixture.created(admin, "/clients", Map.of("company_name", company, "city", "Berlin"));
    var fields = Fixture.lead();
    var lead = Fixture.created(admin, "/leads", fields);
    var answer = admin.post(path(lead) + "/convert", Map.of("client_id", id(client)));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(id(answer.json())).isEqualTo(id(client));
    assertThat(answer.json().get("company_name").asText()).isEqualTo(company);
    assertThat(answer.json().get("primary_contact_email").asText()).isEqualTo(fields.get("email"));
  }

  @Test
  void anUnknownClientOrProjectLeavesTheLeadUntouched() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var nobody = Map.of("client_id", "00000000-0000-4000-8000-000000000404");
    assertThat(admin.post(path(lead) + "/convert", nobody).status()).isEqualTo(404);
    var project = Map.of("project", Map.of("name", "First", "budget", 1000));
    var answer = admin.post(path(lead) + "/convert", project);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("module").asText()).isEqualTo("projects");
    assertThat(admin.get(path(lead)).json()).isEqualTo(lead);
  }

  @Test
  void aDuplicateClientIsRefusedWithCandidates() {
    var fields = Fixture.lead();
    Fixture.created(
        admin,
        "/clients",
        Map.of(
            "company_name",
            Fixture.unique("Other "),
            "primary_contact_email",
            fields.get("email")));
    var refused = admin.post("/leads", fields);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("candidates").get(0).get("entity_type").asText())
        .isEqualTo("client");
    var lead = Fixture.created(admin, "/leads?allow_duplicate=true", fields);
    assertThat(admin.post(path(lead) + "/convert", "").status()).isEqualTo(409);
    assertThat(admin.get(path(lead)).json()).isEqualTo(lead);
  }

  @Test
  void whoMayNotConvertIsRefused() {
    var support = Fixture.user(server, "support");
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    assertThat(support.post(path(lead) + "/convert", "").status()).isEqualTo(403);
    var sales = Fixture.user(server, "sales");
    assertThat(sales.post(path(lead) + "/convert", "").status()).isEqualTo(404);
    var own = Fixture.created(sales, "/leads", Fixture.lead());
    assertThat(sales.post(path(own) + "/convert", "").status()).isEqualTo(201);
  }

  @Test
  void anOldVersionIsNotConverted() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    admin.patch(path(lead), Map.of("status", "contacted"));
    var old = "\"" + lead.get("version").asText() + "\"";
    assertThat(admin.with("If-Match", old).post(path(lead) + "/convert", "").status())
        .isEqualTo(412);
  }

  private List<String> actions(String type, JsonNode record) {
    var activities = admin.get("/activities?entity_type=" + type + "&entity_id=" + id(record));
    return items(activities).stream().map(activity -> activity.get("action").asText()).toList();
  }

  private static List<JsonNode> items(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var items = new ArrayList<JsonNode>();
    answer.json().get("items").forEach(items::add);
    return items;
  }

  private static String path(JsonNode lead) {
    return "/leads/" + id(lead);
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }
}
