package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The people at a client: RULES, Clients. */
class ContactsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void theFirstContactIsPrimaryAndShownByTheClient() {
    var client = client(Map.of());

    var ada = contact(client, "Ada", Map.of("phone", "5551"));
    var bob = contact(client, "Bob", Map.of());

    assertThat(ada.get("is_primary").asBoolean()).isTrue();
    assertThat(bob.get("is_primary").asBoolean()).isFalse();
    assertThat(now(client).get("primary_contact_name").asText()).isEqualTo("Ada");
    assertThat(now(client).get("primary_contact_phone").asText()).isEqualTo("5551");
    var list = admin.get(path(client) + "/contacts?sort=name&count=true").json();
    assertThat(list.get("items").findValuesAsText("name")).containsExactly("Ada", "Bob");
    assertThat(list.get("total").asInt()).isEqualTo(2);
  }

  @Test
  void aContactHasItsPathBelowItsClient() {
    var client = client(Map.of());
    var other = client(Map.of());
    var answer = admin.post(path(client) + "/contacts", Map.of("name", "Ada"));
    var below = path(client) + "/contacts/" + answer.text("id");

    assertThat(answer.header("Location")).endsWith("/api/v1" + below);
    assertThat(admin.get(below).header("ETag")).isNotEmpty();
    assertThat(admin.get(path(other) + "/contacts/" + answer.text("id")).status()).isEqualTo(404);
    assertThat(admin.get("/clients/00000000-0000-4000-8000-000000000404/contacts").status())
        .isEqualTo(404);
    var moved = admin.patch(below, Map.of("client_id", other.get("id").asText()));
    assertThat(moved.status()).isEqualTo(422);
  }

  @Test
  void theClientsFieldsAndItsPrimaryContactAreKeptEqual() {
    var client = client(Map.of("primary_contact_name", "Ada"));
    var ada = admin.get(path(client) + "/contacts").json().get("items").get(0);
    var below = path(client) + "/contacts/" + ada.get("id").asText();
    var email = Fixture.unique("ada") + "@example.org";

    admin.patch(path(client), Map.of("primary_contact_email", email));
    assertThat(admin.get(below).text("email")).isEqualTo(email);
    admin.patch(below, Map.of("name", "Countess"));
    assertThat(now(client).get("primary_contact_name").asText()).isEqualTo("Countess");
    assertThat(now(client).get("version").asInt()).isGreaterThan(client.get("version").asInt());
  }

  @Test
  void anotherContactTakesTheLeadAndTheOldestFollowsADeletedOne() {
    var client = client(Map.of());
    contact(client, "Ada", Map.of());
    var bob = contact(client, "Bob", Map.of());
    var below = path(client) + "/contacts/" + bob.get("id").asText();

    assertThat(admin.patch(below, Map.of("is_primary", true)).status()).isEqualTo(200);
    assertThat(now(client).get("primary_contact_name").asText()).isEqualTo("Bob");
    assertThat(admin.patch(below, Map.of("is_primary", false)).status()).isEqualTo(422);
    assertThat(admin.delete(below).status()).isEqualTo(204);
    assertThat(now(client).get("primary_contact_name").asText()).isEqualTo("Ada");
    assertThat(admin.post(below + "/restore", "").status()).isEqualTo(200);
    assertThat(now(client).get("primary_contact_name").asText()).isEqualTo("Ada");
  }

  @Test
  void badContactsAreRefused() {
    var client = client(Map.of());
    var contacts = path(client) + "/contacts";

    assertThat(admin.post(contacts, Map.of()).status()).isEqualTo(422);
    assertThat(admin.post(contacts, Map.of("name", "A", "email", "x")).status()).isEqualTo(422);
    assertThat(admin.post(contacts, Map.of("name", "A", "age", 5)).status()).isEqualTo(422);
    assertThat(admin.post(contacts, "{").status()).isEqualTo(400);
    assertThat(admin.get(contacts + "?colour=red").status()).isEqualTo(400);
    assertThat(admin.get(contacts).json().get("items")).isEmpty();
  }

  @Test
  void supportMayChangeContactsButNotClients() {
    var support = Fixture.user(server, "support");
    var client = client(Map.of("primary_contact_name", "Ada"));
    var ada = admin.get(path(client) + "/contacts").json().get("items").get(0);
    var below = path(client) + "/contacts/" + ada.get("id").asText();

    assertThat(support.patch(below, Map.of("phone", "5552")).status()).isEqualTo(200);
    assertThat(now(client).get("primary_contact_phone").asText()).isEqualTo("5552");
    assertThat(support.post(path(client) + "/contacts", Map.of("name", "Bob")).status())
        .isEqualTo(403);
    assertThat(support.delete(below).status()).isEqualTo(403);
    var seller = Fixture.user(server, "sales");
    assertThat(seller.get(below).status()).isEqualTo(404);
    assertThat(seller.post(path(client) + "/contacts", Map.of("name", "Bob")).status())
        .isEqualTo(404);
  }

  private JsonNode client(Map<String, ?> more) {
    var fields = new HashMap<String, Object>(more);
    fields.put("company_name", Fixture.unique("House "));
    return Fixture.created(admin, "/clients", fields);
  }

  private JsonNode contact(JsonNode client, String name, Map<String, ?> more) {
    var fields = new HashMap<String, Object>(more);
    fields.put("name", name);
    return Fixture.created(admin, path(client) + "/contacts", fields);
  }

  private JsonNode now(JsonNode client) {
    return admin.get(path(client)).json();
  }

  private static String path(JsonNode client) {
    return "/clients/" + client.get("id").asText();
  }
}
