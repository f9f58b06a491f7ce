package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users and what becomes of what is theirs. */
class UsersIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void noAnswerShowsAPassword() {
    var ann = Person.of(server, "sales");

    for (var path :
        List.of(ann.path(), "/users?email=" + ann.email(), "/audit-logs?resource_id=" + ann.id())) {
      assertThat(admin.get(path).body()).doesNotContain("argon2", "password_hash", Person.PASSWORD);
    }
    assertThat(admin.get("/users?password_hash=x").status()).isEqualTo(400);
    assertThat(admin.get("/users?sort=password_hash").status()).isEqualTo(400);
    assertThat(admin.get("/users?filter=password_hash==x").status()).isEqualTo(400);
    assertThat(admin.get("/users?fields=password_hash").status()).isEqualTo(400);
    assertThat(admin.with("Accept", "text/csv").get("/users?email=" + ann.email()).body())
        .contains(ann.email())
        .doesNotContain("argon2");
  }

  @Test
  void badFieldsAreRefused() {
    var role = Fixture.role(admin, "sales");
    var good = Person.fields(Fixture.unique("x") + "@example.org", role);

    assertThat(posted(good, "email", "x@").status()).isEqualTo(422);
    assertThat(posted(good, "full_name", " ").status()).isEqualTo(422);
    assertThat(posted(good, "role_id", UUID.randomUUID().toString()).status()).isEqualTo(422);
    assertThat(posted(good, "role_id", "x").status()).isEqualTo(422);
    assertThat(posted(good, "password", "short").status()).isEqualTo(422);
    assertThat(posted(good, "is_admin", true).status()).isEqualTo(422);
    var taken = Person.of(server, "sales").email().toUpperCase(java.util.Locale.ROOT);
    assertThat(posted(good, "email", taken).status()).isEqualTo(409);
  }

  @Test
  void theServersFieldsMayOnlyBeSentBackUnchanged() {
    var ann = Person.of(server, "sales");
    var user = admin.get(ann.path()).json();

    assertThat(admin.patch(ann.path(), user.toString()).status()).isEqualTo(200);
    for (var field : List.of("is_verified", "password_change_required")) {
      assertThat(admin.patch(ann.path(), Map.of(field, true)).status()).isEqualTo(422);
    }
    assertThat(admin.patch(ann.path(), Map.of("role", "admin")).status()).isEqualTo(422);
    assertThat(admin.with("If-Match", "\"0\"").patch(ann.path(), Map.of("phone", "1")).status())
        .isEqualTo(412);
  }

  @Test
  void nobodyRisesAboveThemselves() {
    var clerk = Person.who(server, "users:create", "users:read", "users:update", "users:delete");
    var boss = Person.of(server, "admin");
    var admins = Fixture.role(admin, "admin");
    var api = clerk.api();

    assertThat(
            api.post("/users", Person.fields(Fixture.unique("x") + "@example.org", admins))
                .status())
        .isEqualTo(403);
    assertThat(api.patch(boss.path(), Map.of("email", "mine@example.org")).status()).isEqualTo(403);
    assertThat(api.post(boss.path() + "/reset-password", "").status()).isEqualTo(403);
    assertThat(api.delete(boss.path()).status()).isEqualTo(403);
    assertThat(api.patch(clerk.path(), Map.of("role_id", admins)).status()).isEqualTo(403);
    assertThat(admin.get(boss.path()).text("email")).isEqualTo(boss.email());
  }

  @Test
  void nobodyEndsTheirOwnAccess() {
    var boss = Person.of(server, "admin");

    assertThat(boss.api().delete(boss.path()).status()).isEqualTo(409);
    assertThat(boss.api().patch(boss.path(), Map.of("is_active", false)).status()).isEqualTo(409);
    var sales = Fixture.role(admin, "sales");
    assertThat(boss.api().patch(boss.path(), Map.of("role_id", sales)).status()).isEqualTo(409);
  }

  @Test
  void aDeactivatedUserIsOutAtOnce() {
    var ann = Person.of(server, "sales");
    assertThat(ann.api().get("/leads").status()).isEqualTo(200);

    admin.patch(ann.path(), Map.of("is_active", false));

    assertThat(ann.api().get("/leads").status()).isEqualTo(401);
    assertThat(admin.get("/users/directory?q=" + ann.email()).json().get("items")).isEmpty();
  }

  @Test
  void aDeletedUsersAddressIsFreeAndRestoreTakesItBack() {
    var ann = Person.of(server, "sales");
    assertThat(admin.delete(ann.path()).status()).isEqualTo(204);
    assertThat(admin.get(ann.path()).status()).isEqualTo(404);
    assertThat(ann.api().get("/leads").status()).isEqualTo(401);

    var other =
        Fixture.created(admin, "/users", Person.fields(ann.email(), Fixture.role(admin, "sales")));
    assertThat(admin.post(ann.path() + "/restore", "").status()).isEqualTo(409);
    admin.delete("/users/" + other.get("id").asText());

    assertThat(admin.post(ann.path() + "/restore", "").text("email")).isEqualTo(ann.email());
  }

  @Test
  void whoOwnsLiveRecordsNamesASuccessor() {
    var ann = Person.of(server, "sales");
    var bob = Person.of(server, "sales");
    var lead = Fixture.created(ann.api(), "/leads", Fixture.lead());
    var path = "/leads/" + lead.get("id").asText();

    var refused = admin.delete(ann.path());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("dependants").get("leads").asInt()).isEqualTo(1);
    var nobody = UUID.randomUUID().toString();
    assertThat(admin.delete(ann.path() + "?reassign_to=" + nobody).status()).isEqualTo(422);
    assertThat(admin.delete(ann.path() + "?reassign_to=" + ann.id()).status()).isEqualTo(422);
    assertThat(admin.delete(ann.path() + "?reassign_to=x").status()).isEqualTo(400);

    assertThat(admin.delete(ann.path() + "?reassign_to=" + bob.id()).status()).isEqualTo(204);
    assertThat(admin.get(path).text("assigned_to")).isEqualTo(bob.id());
    assertThat(bob.api().get(path).status()).isEqualTo(200);
    var audit = admin.get("/audit-logs?action=reassigned&resource_id=" + lead.get("id").asText());
    assertThat(audit.json().get("items")).hasSize(1);
  }

  @Test
  void everyoneMayUseTheDirectory() {
    var ann = Person.of(server, "support");

    var found = ann.api().get("/users/directory?q=" + ann.email()).json().get("items").get(0);

    assertThat(found.fieldNames()).toIterable().containsExactly("id", "full_name", "role");
    assertThat(found.get("role").asText()).isEqualTo("support");
    assertThat(ann.api().get("/users").status()).isEqualTo(403);
    assertThat(ann.api().get("/users/directory?limit=0").status()).isEqualTo(400);
    var named = ann.api().get("/users/directory?id=" + ann.id() + "&id=" + UUID.randomUUID());
    assertThat(named.json().get("items")).hasSize(1);
    assertThat(ann.api().get("/users/directory?id=ann").status()).isEqualTo(400);
    assertThat(ann.api().get("/users/directory?email=x").status()).isEqualTo(400);
    assertThat(server.api().get("/users/directory").status()).isEqualTo(401);
  }

  private Answer posted(Map<String, Object> fields, String field, Object value) {
    var changed = new java.util.HashMap<>(fields);
    changed.put(field, value);
    return admin.post("/users", changed);
  }
}
