package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Duplicates over leads and clients, and who sees which client: RULES, Leads and Permissions. */
class ClientDuplicatesIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void anEmailAddressOfALeadOrClientIsRefused() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var fields = fields();
    fields.put("primary_contact_email", lead.get("email").asText().toUpperCase(Locale.ROOT));

    var refused = admin.post("/clients", fields);

    assertThat(refused.status()).isEqualTo(409);
    var candidate = refused.json().get("candidates").get(0);
    assertThat(candidate.get("entity_type").asText()).isEqualTo("lead");
    assertThat(candidate.get("id")).isEqualTo(lead.get("id"));
    assertThat(candidate.get("matched_by").get(0).asText()).isEqualTo("email");
    assertThat(admin.post("/clients?allow_duplicate=true", fields).status()).isEqualTo(201);
    assertThat(admin.post("/clients?allow_duplicate=perhaps", fields).status()).isEqualTo(400);
  }

  @Test
  void aPhoneNumberIsTheSameInAnySpelling() {
    var digits = Long.toString(System.nanoTime() % 1_000_000_000L + 1_000_000_000L);
    var fields = fields();
    fields.put("primary_contact_phone", "+49 (0)" + digits);
    Fixture.created(admin, "/clients", fields);
    var other = fields();
    other.put(
        "primary_contact_phone", "0049 " + digits.substring(0, 4) + "-" + digits.substring(4));

    var refused = admin.post("/clients", other);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("phone");
  }

  @Test
  void aCompanyIsTakenWithinItsCountry() {
    var fields = fields();
    fields.put("company_name", fields.get("company_name") + " Café");
    fields.put("country", "CH");
    Fixture.created(admin, "/clients", fields);
    var same = new HashMap<>(fields);
    same.put(
        "company_name",
        fields.get("company_name").toString().toLowerCase(Locale.ROOT).replace('é', 'e'));
    var abroad = new HashMap<>(same);
    abroad.put("country", "DE");

    assertThat(admin.post("/clients", same).status()).isEqualTo(409);
    assertThat(admin.post("/clients", abroad).status()).isEqualTo(201);
  }

  @Test
  void outOfScopeOnlyTheOwnerIsNamed() {
    var fields = fields();
    fields.put("primary_contact_email", Fixture.unique("mail") + "@example.org");
    var client = Fixture.created(admin, "/clients", fields);
    var seller = Fixture.user(server, "sales");
    var other = fields();
    other.put("primary_contact_email", fields.get("primary_contact_email"));

    var refused = seller.post("/clients", other);

    assertThat(refused.status()).isEqualTo(409);
    var candidate = refused.json().get("candidates").get(0);
    assertThat(candidate.has("id")).isFalse();
    assertThat(candidate.has("title")).isFalse();
    assertThat(candidate.get("owner_name").asText()).isNotEmpty();
    assertThat(refused.body()).doesNotContain(client.get("id").asText());
  }

  @Test
  void aDeletedClientBlocksNobodyAndIsNotRestoredOntoAnother() {
    var fields = fields();
    var client = Fixture.created(admin, "/clients", fields);
    assertThat(admin.delete("/clients/" + id(client)).status()).isEqualTo(204);
    Fixture.created(admin, "/clients", fields);

    assertThat(admin.post("/clients/" + id(client) + "/restore", "").status()).isEqualTo(409);
  }

  @Test
  void rolesReachTheClientsThatRulesGiveThem() {
    var mine = Fixture.user(server, "sales");
    var client = Fixture.created(mine, "/clients", fields());
    var path = "/clients/" + id(client);
    var seller = Fixture.user(server, "sales");
    var support = Fixture.user(server, "support");
    var finance = Fixture.user(server, "finance");
    var city = Map.of("city", "Bonn");

    assertThat(mine.patch(path, city).status()).isEqualTo(200);
    assertThat(seller.get(path).status()).isEqualTo(404);
    assertThat(seller.patch(path, city).status()).isEqualTo(404);
    assertThat(seller.get("/clients?id=" + id(client)).json().get("items")).isEmpty();
    assertThat(support.get(path).status()).isEqualTo(200);
    assertThat(support.patch(path, city).status()).isEqualTo(403);
    assertThat(support.post("/clients", fields()).status()).isEqualTo(403);
    assertThat(finance.patch(path, Map.of("credit_limit", 5)).status()).isEqualTo(200);
    assertThat(finance.delete(path).status()).isEqualTo(403);
    assertThat(mine.post(path + "/merge", Map.of("into", id(client))).status()).isEqualTo(403);
    assertThat(server.api().get(path).status()).isEqualTo(401);
    assertThat(mine.delete(path).status()).isEqualTo(204);
  }

  private static Map<String, Object> fields() {
    var fields = new HashMap<String, Object>();
    fields.put("company_name", Fixture.unique("Firm "));
    return fields;
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }
}
