package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Roles and permissions as data. */
class RolesIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aRoleIsMadeChangedAndDeleted() {
    var name = Fixture.unique("role");
    var path =
        "/roles/" + Fixture.created(admin, "/roles", Map.of("name", name)).get("id").asText();

    assertThat(admin.patch(path, Map.of("description", "for tests")).text("description"))
        .isEqualTo("for tests");
    assertThat(admin.post("/roles", Map.of("name", name)).status()).isEqualTo(409);
    assertThat(admin.post("/roles", Map.of("name", " ")).status()).isEqualTo(422);
    assertThat(admin.patch(path, Map.of("permissions", List.of("*:*"))).status()).isEqualTo(422);
    assertThat(admin.patch(path, Map.of("is_system", true)).status()).isEqualTo(422);
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  @Test
  void anUnknownPermissionIsNamed() {
    var path = role();

    var refused = admin.put(path + "/permissions", List.of("leads:read", "leads:fly"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("leads:fly").doesNotContain("leads:read");
    assertThat(admin.put(path + "/permissions", Map.of("leads", "read")).status()).isEqualTo(422);
    assertThat(admin.put(path + "/permissions", List.of(1)).status()).isEqualTo(422);
    assertThat(admin.get(path).json().get("permissions")).isEmpty();
  }

  @Test
  void grantsAreVersionedAndAudited() {
    var path = role();
    var tag = admin.get(path).header("ETag");

    var granted = admin.with("If-Match", tag).put(path + "/permissions", List.of("leads:read_own"));

    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.json().get("permissions").get(0).asText()).isEqualTo("leads:read_own");
    assertThat(admin.with("If-Match", tag).put(path + "/permissions", List.of()).status())
        .isEqualTo(412);
    var id = path.substring("/roles/".length());
    assertThat(admin.get("/audit-logs?action=granted&resource_id=" + id).body())
        .contains("leads:read_own");
  }

  @Test
  void theAdministratorsRoleCannotBeStripped() {
    var path = "/roles/" + Fixture.role(admin, "admin");

    assertThat(admin.put(path + "/permissions", List.of("leads:read")).status()).isEqualTo(409);
    assertThat(admin.patch(path, Map.of("name", "boss")).status()).isEqualTo(409);
    assertThat(admin.delete(path).status()).isEqualTo(409);
    assertThat(admin.get("/users").status()).isEqualTo(200);
  }

  @Test
  void aRoleInUseIsNotDeleted() {
    var ann = Person.who(server, "leads:read");
    var path = "/roles/" + admin.get(ann.path()).text("role_id");

    var refused = admin.delete(path);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("dependants").get("users").asInt()).isEqualTo(1);
  }

  @Test
  void nobodyGrantsMoreThanTheyHave() {
    var clerk = Person.who(server, "roles:read", "roles:update", "leads:read_team");
    var own = "/roles/" + admin.get(clerk.path()).text("role_id") + "/permissions";

    assertThat(clerk.api().put(own, List.of("roles:read", "roles:update", "*:*")).status())
        .isEqualTo(403);
    assertThat(clerk.api().put(role() + "/permissions", List.of("leads:read")).status())
        .isEqualTo(403);
    assertThat(clerk.api().put(role() + "/permissions", List.of("leads:read_own")).status())
        .isEqualTo(200);
  }

  @Test
  void everyModulesPermissionsCanBeGranted() {
    var all = admin.get("/permissions").body();

    assertThat(all).contains("\"leads\"", "\"clients\"", "\"contacts\"", "\"audit_logs\"");
    assertThat(Person.of(server, "sales").api().get("/permissions").status()).isEqualTo(403);
  }

  private String role() {
    var role = Fixture.created(admin, "/roles", Map.of("name", Fixture.unique("role")));
    return "/roles/" + role.get("id").asText();
  }
}
