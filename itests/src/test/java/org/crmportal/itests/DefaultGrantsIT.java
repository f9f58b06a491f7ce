package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the roles of the data model may do with leads and clients: the table of RULES. */
class DefaultGrantsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();
  private final String lead = "/leads/" + id("/leads", Fixture.lead());
  private final String client = "/clients/" + id("/clients", client());
  private final String contact =
      client + "/contacts/" + id(client + "/contacts", Map.of("name", "Grace"));

  @Test
  void aManagerDoesEverythingWithEveryonesRecords() {
    var manager = Person.of(server, "manager").api();
    readsAndChanges(manager, lead, 200, 200);
    readsAndChanges(manager, client, 200, 200);
    exports(manager, 200, 200);
    creates(manager, 201, 201);
    assertThat(manager.post(lead + "/convert", Map.of("client_id", last(client))).status())
        .isEqualTo(201);
    assertThat(manager.delete(contact).status()).isEqualTo(204);
    assertThat(manager.delete(client).status()).isEqualTo(204);
  }

  @Test
  void aSalespersonWorksOnTheirOwn() {
    var sales = Person.of(server, "sales").api();
    readsAndChanges(sales, lead, 404, 404);
    readsAndChanges(sales, client, 404, 404);
    exports(sales, 403, 403);
    var own = "/leads/" + Fixture.created(sales, "/leads", Fixture.lead()).get("id").asText();
    var made = sales.post(own + "/convert", "");
    assertThat(made.status()).isEqualTo(201);
    readsAndChanges(sales, "/clients/" + made.text("id"), 200, 200);
    var second = "/leads/" + Fixture.created(sales, "/leads", Fixture.lead()).get("id").asText();
    readsAndChanges(sales, second, 200, 200);
    assertThat(sales.get("/leads?count=true").text("total")).isEqualTo("2");
    assertThat(sales.get("/leads?deleted=only").status()).isEqualTo(200);
    assertThat(sales.delete(second).status()).isEqualTo(204);
    assertThat(sales.post("/clients/" + made.text("id") + "/merge", merge()).status()).isIn(403);
  }

  @Test
  void supportReadsClientsAndKeepsTheirContacts() {
    var support = Person.of(server, "support").api();
    readsAndChanges(support, lead, 403, 403);
    readsAndChanges(support, client, 200, 403);
    exports(support, 403, 403);
    creates(support, 403, 403);
    assertThat(support.patch(contact, Map.of("job_title", "Admiral")).status()).isEqualTo(200);
    assertThat(support.delete(contact).status()).isEqualTo(403);
    assertThat(support.get("/leads?deleted=only").status()).isEqualTo(403);
  }

  @Test
  void financeReadsAndChangesClients() {
    var finance = Person.of(server, "finance").api();
    readsAndChanges(finance, lead, 403, 403);
    readsAndChanges(finance, client, 200, 200);
    exports(finance, 403, 200);
    creates(finance, 403, 403);
    assertThat(finance.delete(client).status()).isEqualTo(403);
    assertThat(finance.get("/settings").status()).isEqualTo(200);
    assertThat(finance.patch("/settings", Map.of("name", "X")).status()).isEqualTo(403);
  }

  private void readsAndChanges(Api api, String path, int read, int change) {
    var before = admin.get(path).body();
    assertThat(api.get(path).status()).as("GET " + path).isEqualTo(read);
    var field = path.startsWith("/leads") ? "job_title" : "industry";
    assertThat(api.patch(path, Map.of(field, "Engines")).status())
        .as("PATCH " + path)
        .isEqualTo(change);
    if (change != 200) {
      assertThat(admin.get(path).body()).isEqualTo(before);
    }
  }

  private static void exports(Api api, int leads, int clients) {
    var csv = api.with("Accept", "text/csv");
    assertThat(csv.get("/leads?limit=1&source=none").status()).isEqualTo(leads);
    assertThat(csv.get("/clients?industry=none").status()).isEqualTo(clients);
  }

  private static void creates(Api api, int lead, int client) {
    assertThat(api.post("/leads", Fixture.lead()).status()).isEqualTo(lead);
    assertThat(api.post("/clients", client()).status()).isEqualTo(client);
  }

  private Map<String, Object> merge() {
    return Map.of("into", last(client), "dry_run", true);
  }

  private static Map<String, Object> client() {
    return Map.of("company_name", Fixture.unique("Client "));
  }

  private String id(String path, Map<String, ?> fields) {
    return Fixture.created(admin, path, fields).get("id").asText();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
