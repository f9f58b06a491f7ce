package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What API and RULES say of every record and of clients. */
class ClientsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aClientIsCreatedWithItsAddressAndReadWithItsVersion() {
    var name = Fixture.unique("Acme ");

    var answer = admin.post("/clients", Map.of("company_name", name, "credit_limit", "1234.5"));

    assertThat(answer.status()).isEqualTo(201);
    var id = answer.text("id");
    assertThat(answer.header("Location")).endsWith("/api/v1/clients/" + id);
    assertThat(answer.body()).contains("\"credit_limit\":1234.50");
    assertThat(answer.text("status")).isEqualTo("active");
    assertThat(answer.json().get("city").isNull()).isTrue();
    assertThat(answer.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    var read = admin.get("/clients/" + id);
    assertThat(read.json()).isEqualTo(answer.json());
    assertThat(read.header("ETag")).matches("\"\\d+(\\.[0-9a-z]+)?\"");
    var again = admin.with("If-None-Match", read.header("ETag")).get("/clients/" + id);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    var fields =
        Map.of(
            "company_name", " ",
            "primary_contact_email", "nobody",
            "credit_limit", "1.234",
            "status", "sleeping",
            "colour", "red");

    var answer = admin.post("/clients", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(fieldsOf(answer))
        .contains("company_name", "primary_contact_email", "credit_limit", "status", "colour");
  }

  @Test
  void whatTheServerOwnsMayOnlyBeSentBackUnchanged() {
    var client = client(Map.of());

    var same = admin.patch(path(client), client);
    var other = admin.patch(path(client), Map.of("created_at", "2020-01-01T00:00:00Z"));
    var version = admin.patch(path(client), Map.of("version", 99));

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json()).isEqualTo(client);
    assertThat(other.status()).isEqualTo(422);
    assertThat(fieldsOf(other)).containsExactly("created_at");
    assertThat(fieldsOf(version)).containsExactly("version");
    assertThat(admin.post("/clients", Map.of("company_name", "A", "id", "x")).status())
        .isEqualTo(422);
  }

  @Test
  void aPatchMergesMetadataAndClearsWhatIsNull() {
    var client = client(Map.of("city", "Bonn", "metadata", Map.of("tier", "gold", "seats", 5)));
    Map<String, Object> metadata = new HashMap<>(Map.of("colour", "red"));
    metadata.put("seats", null);
    Map<String, Object> patch = new HashMap<>(Map.of("metadata", metadata));
    patch.put("city", null);

    var changed = admin.patch(path(client), patch);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("city").isNull()).isTrue();
    assertThat(changed.json().get("metadata"))
        .isEqualTo(Api.parse("{\"tier\":\"gold\",\"colour\":\"red\"}"));
    var big = Map.of("metadata", Map.of("text", "x".repeat(17_000)));
    assertThat(admin.patch(path(client), big).status()).isEqualTo(422);
    var found = admin.get("/clients?filter=metadata.tier==gold;id==" + client.get("id").asText());
    assertThat(found.json().get("items")).hasSize(1);
  }

  @Test
  void anOldVersionIsRefused() {
    var client = client(Map.of());
    var old = admin.get(path(client)).header("ETag");
    var stale = admin.with("If-Match", old);

    assertThat(stale.patch(path(client), Map.of("city", "Bonn")).status()).isEqualTo(200);
    assertThat(stale.patch(path(client), Map.of("city", "Köln")).status()).isEqualTo(412);
    assertThat(stale.delete(path(client)).status()).isEqualTo(412);
    assertThat(admin.get(path(client)).text("city")).isEqualTo("Bonn");
  }

  @Test
  void aStatusMayBecomeAnyOtherAndNothingElse() {
    var client = client(Map.of());

    for (var status : List.of("churned", "active", "inactive", "churned", "inactive", "active")) {
      var changed = admin.patch(path(client), Map.of("status", status));
      assertThat(changed.text("status")).isEqualTo(status);
    }
    assertThat(admin.patch(path(client), Map.of("status", "gone")).status()).isEqualTo(422);
    var moves =
        admin.get(
            "/activities?action=status_changed&sort=created_at&entity_id="
                + client.get("id").asText());
    var first = moves.json().get("items").get(0).get("metadata");
    assertThat(first.get("from").asText()).isEqualTo("active");
    assertThat(first.get("to").asText()).isEqualTo("churned");
    assertThat(first.get("seconds").isNumber()).isTrue();
  }

  @Test
  void aDeletedClientIsGoneUntilItIsRestored() {
    var client = client(Map.of("primary_contact_name", "Ada"));
    var id = client.get("id").asText();
    var contacts = path(client) + "/contacts";

    assertThat(admin.delete(path(client)).status()).isEqualTo(204);
    assertThat(admin.get(path(client)).status()).isEqualTo(404);
    assertThat(admin.get(contacts).status()).isEqualTo(404);
    assertThat(admin.get("/clients?id=" + id).json().get("items")).isEmpty();
    assertThat(admin.get("/clients?deleted=only&id=" + id).json().get("items")).hasSize(1);
    assertThat(admin.delete(path(client)).status()).isEqualTo(404);

    var back = admin.post(path(client) + "/restore", "");
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.json().get("deleted_at").isNull()).isTrue();
    assertThat(admin.get(contacts).json().get("items")).hasSize(1);
  }

  @Test
  void everyWriteIsTold() {
    var client = client(Map.of());
    admin.patch(path(client), Map.of("city", "Bonn"));
    admin.delete(path(client));

    var audit = admin.get("/audit-logs?sort=created_at&resource_id=" + client.get("id").asText());
    var rows = audit.json().get("items");
    assertThat(rows.findValuesAsText("action")).containsExactly("created", "updated", "deleted");
    var city = rows.get(1).get("changes").get("city");
    assertThat(city.get("before").isNull()).isTrue();
    assertThat(city.get("after").asText()).isEqualTo("Bonn");
    assertThat(rows.get(1).get("ip_address").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void anAccountManagerIsAUser() {
    var nobody = "00000000-0000-4000-8000-000000000404";

    var answer = admin.post("/clients", Map.of("company_name", "A", "account_manager_id", nobody));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(fieldsOf(answer)).containsExactly("account_manager_id");
    assertThat(admin.get("/clients/" + nobody).status()).isEqualTo(404);
    assertThat(admin.get("/clients/not-an-id").status()).isEqualTo(404);
  }

  private JsonNode client(Map<String, ?> more) {
    var fields = new HashMap<String, Object>(more);
    fields.put("company_name", Fixture.unique("Client "));
    return Fixture.created(admin, "/clients", fields);
  }

  private static String path(JsonNode client) {
    return "/clients/" + client.get("id").asText();
  }

  private static List<String> fieldsOf(Answer answer) {
    return answer.json().get("errors").findValuesAsText("field");
  }
}
