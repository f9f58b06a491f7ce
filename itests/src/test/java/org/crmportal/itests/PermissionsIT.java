package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what: RULES, Permissions. */
class PermissionsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void withoutAnyReadPermissionTheResourceIsForbidden() {
    var support = Person.of(server, "support").api();
    var lead = lead(admin);

    assertThat(support.get("/leads").status()).isEqualTo(403);
    assertThat(support.get(lead).status()).isEqualTo(403);
    assertThat(support.get("/leads").text("permission")).isEqualTo("leads:read");
  }

  @Test
  void whatIsOutOfScopeIsNotThere() {
    var ann = Person.of(server, "sales").api();
    var bob = Person.of(server, "sales").api();
    var lead = lead(ann);

    assertThat(ann.get(lead).status()).isEqualTo(200);
    for (var refused :
        List.of(
            bob.get(lead),
            bob.patch(lead, Map.of("notes", "mine")),
            bob.delete(lead),
            bob.post(lead + "/convert", ""))) {
      assertThat(refused.status()).isEqualTo(404);
    }
    var id = lead.substring("/leads/".length());
    assertThat(bob.get("/leads?id=" + id).json().get("items")).isEmpty();
    assertThat(bob.get("/leads?count=true&id=" + id).json().get("total").asInt()).isZero();
    assertThat(bob.get("/activities?entity_type=lead&entity_id=" + id).json().get("items"))
        .isEmpty();
    assertThat(admin.get(lead).json().get("notes").isNull()).isTrue();
  }

  @Test
  void aTeamsRecordsMayBeReadButNotChanged() {
    var ann = Person.of(server, "sales");
    var bob = Person.of(server, "sales");
    var team = Fixture.created(admin, "/teams", Map.of("name", Fixture.unique("team")));
    var members = "/teams/" + team.get("id").asText() + "/members";
    var lead = lead(ann.api());
    assertThat(bob.api().get(lead).status()).isEqualTo(404);

    assertThat(admin.put(members, List.of(ann.id(), bob.id())).status()).isEqualTo(200);

    assertThat(bob.api().get(lead).status()).isEqualTo(200);
    assertThat(bob.api().patch(lead, Map.of("notes", "x")).status()).isEqualTo(403);
    assertThat(bob.api().delete(lead).status()).isEqualTo(403);
    assertThat(admin.get(lead).json().get("notes").isNull()).isTrue();
    assertThat(admin.put(members, List.of(ann.id())).status()).isEqualTo(200);
    assertThat(bob.api().get(lead).status()).isEqualTo(404);
    assertThat(admin.put(members, List.of(UUID.randomUUID().toString())).status()).isEqualTo(422);
    assertThat(admin.put(members, List.of("x")).status()).isEqualTo(422);
  }

  @Test
  void aGrantIsInForceWithTheNextRequest() {
    var ann = Person.who(server, "leads:read", "leads:create");
    var role = "/roles/" + admin.get(ann.path()).text("role_id") + "/permissions";
    var lead = lead(ann.api());
    assertThat(ann.api().patch(lead, Map.of("notes", "x")).status()).isEqualTo(403);

    admin.put(role, List.of("leads:read", "leads:update"));
    assertThat(ann.api().patch(lead, Map.of("notes", "x")).status()).isEqualTo(200);
    assertThat(ann.api().post("/leads", Fixture.lead()).status()).isEqualTo(403);

    admin.put(role, List.of());
    assertThat(ann.api().get(lead).status()).isEqualTo(403);
  }

  @Test
  void theErdsRolesComeWithTheirGrants() {
    assertThat(grants("admin")).containsExactly("*:*");
    assertThat(about("manager", "leads"))
        .contains("leads:create", "leads:read", "leads:update", "leads:delete", "leads:convert")
        .contains("leads:import", "leads:export");
    assertThat(about("sales", "leads"))
        .containsExactly(
            "leads:convert",
            "leads:create",
            "leads:delete_own",
            "leads:read_own",
            "leads:read_team",
            "leads:update_own");
    assertThat(about("sales", "clients"))
        .containsExactly(
            "clients:create",
            "clients:delete_own",
            "clients:read_own",
            "clients:read_team",
            "clients:update_own");
    assertThat(about("support", "leads")).isEmpty();
    assertThat(about("support", "clients")).containsExactly("clients:read");
    assertThat(about("support", "contacts")).containsExactly("contacts:read", "contacts:update");
    assertThat(about("finance", "leads")).isEmpty();
    assertThat(about("finance", "clients"))
        .containsExactly("clients:export", "clients:read", "clients:update");
    assertThat(about("manager", "users")).containsExactly("users:read_team");
    assertThat(about("manager", "teams")).containsExactly("teams:read");
    assertThat(about("finance", "settings")).containsExactly("settings:read");
  }

  @Test
  void nobodyButTheAdministratorReadsTheAuditTrail() {
    for (var role : List.of("manager", "sales", "support", "finance")) {
      var api = Person.of(server, role).api();
      assertThat(api.get("/audit-logs").status()).as(role).isEqualTo(403);
      assertThat(api.get("/roles").status()).as(role).isEqualTo(403);
    }
  }

  @Test
  void accessIsExplained() {
    var ann = Person.of(server, "sales");
    var lead = lead(ann.api());
    var query =
        "/access?user_id=%s&entity_type=lead&entity_id=%s"
            .formatted(ann.id(), lead.substring("/leads/".length()));

    var access = admin.get(query).json();

    assertThat(access.get("role").asText()).isEqualTo("sales");
    assertThat(access.get("grants").toString()).contains("leads:read_own", "leads:update_own");
    assertThat(access.get("ties").findValuesAsText("scope")).contains("own");
    var read = action(access, "read");
    assertThat(read.get("allowed").asBoolean()).isTrue();
    assertThat(read.get("reason").asText()).contains("of the lead");
    assertThat(action(access, "convert").get("allowed").asBoolean()).isTrue();
    assertThat(ann.api().get(query).json()).isEqualTo(access);
    var other = Person.of(server, "sales").api();
    assertThat(other.get(query).status()).isEqualTo(403);
    assertThat(admin.get("/access?user_id=" + ann.id()).status()).isEqualTo(400);
    assertThat(admin.get(query.replace("=lead", "=spaceship")).status()).isEqualTo(400);
    assertThat(admin.get(query.replace(ann.id(), UUID.randomUUID().toString())).status())
        .isEqualTo(404);
  }

  private static JsonNode action(JsonNode access, String name) {
    for (var each : access.get("actions")) {
      if (each.get("action").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no " + name + " in " + access);
  }

  private static String lead(Api api) {
    return "/leads/" + Fixture.created(api, "/leads", Fixture.lead()).get("id").asText();
  }

  private List<String> grants(String role) {
    var permissions =
        admin.get("/roles?name=" + role).json().get("items").get(0).get("permissions");
    return java.util.stream.StreamSupport.stream(permissions.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private List<String> about(String role, String resource) {
    return grants(role).stream().filter(grant -> grant.startsWith(resource + ":")).toList();
  }
}
