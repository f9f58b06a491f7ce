package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passwords, sessions and API tokens: RULES, Authentication. */
class PasswordsAndSessionsIT {

  private static final String CHANGED = "blau ist das Meer";

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aGeneratedPasswordMustBeChangedFirst() {
    var fields =
        Person.fields(Fixture.unique("new") + "@example.org", Fixture.role(admin, "sales"));
    fields.remove("password");
    var made = Fixture.created(admin, "/users", fields);
    var generated = made.get("password").asText();
    assertThat(admin.get("/users/" + made.get("id").asText()).body()).doesNotContain(generated);

    var user = server.api().signIn(fields.get("email").toString(), generated);
    for (var path : List.of("/leads", "/users/directory", "/auth/sessions")) {
      var refused = user.get(path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.text("type")).endsWith("password_change_required");
    }
    assertThat(user.get("/auth/me").json().get("password_change_required").asBoolean()).isTrue();

    assertThat(change(user, generated, CHANGED).status()).isEqualTo(204);
    assertThat(user.get("/leads").status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    var ann = Person.of(server, "sales");
    var other = server.api().signIn(ann.email(), Person.PASSWORD);

    assertThat(change(ann.api(), Person.PASSWORD, CHANGED).status()).isEqualTo(204);

    assertThat(other.get("/leads").status()).isEqualTo(401);
    assertThat(ann.api().get("/leads").status()).isEqualTo(200);
    assertThat(server.api().signIn(ann.email(), CHANGED).get("/leads").status()).isEqualTo(200);
  }

  @Test
  void aBadPasswordIsRefused() {
    var ann = Person.of(server, "sales");

    for (var bad : List.of("short", "password123", ann.email(), "x".repeat(129), Person.PASSWORD)) {
      assertThat(change(ann.api(), Person.PASSWORD, bad).status()).as(bad).isEqualTo(422);
    }
    var wrong = change(ann.api(), "wrong", CHANGED);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("errors").get(0).get("field").asText())
        .isEqualTo("current_password");
    assertThat(change(server.api(), Person.PASSWORD, CHANGED).status()).isEqualTo(401);
  }

  @Test
  void anAdministratorResetsAPassword() {
    var ann = Person.of(server, "sales");

    var reset = admin.post(ann.path() + "/reset-password", "");

    assertThat(reset.status()).isEqualTo(200);
    assertThat(ann.api().get("/leads").status()).isEqualTo(401);
    var again = server.api().signIn(ann.email(), reset.text("password"));
    assertThat(again.get("/leads").status()).isEqualTo(403);
    assertThat(ann.api().post(ann.path() + "/reset-password", "").status()).isEqualTo(401);
  }

  @Test
  void aSecretIsShownOnceAndKeptNowhere() throws Exception {
    var ann = Person.of(server, "sales");
    var once = admin.with("Idempotency-Key", Fixture.unique("key"));

    var reset = once.post(ann.path() + "/reset-password", "").text("password");
    var again = once.post(ann.path() + "/reset-password", "");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("password").isNull()).isTrue();
    assertThat(server.api().signIn(ann.email(), reset)).isNotNull();
    try (var database = NodeDatabase.of(server.node())) {
      var kept = "idempotency_keys WHERE position('%s' IN convert_from(body, 'UTF8')) > 0";
      assertThat(NodeDatabase.count(database, kept.formatted(ann.email()))).isEqualTo(1);
      assertThat(NodeDatabase.count(database, kept.formatted(reset))).isZero();
    }
  }

  @Test
  void anApiTokenOfARepeatedRequestHasNoSecret() {
    var ann = Person.of(server, "sales").api().with("Idempotency-Key", Fixture.unique("key"));
    var body = token(1, "leads:read_own");

    var issued = ann.post("/auth/tokens", body);
    var again = ann.post("/auth/tokens", body);

    assertThat(issued.text("token")).isNotEmpty();
    assertThat(again.text("id")).isEqualTo(issued.text("id"));
    assertThat(again.json().get("token").isNull()).isTrue();
  }

  @Test
  void sessionsAreListedAndRevoked() {
    var ann = Person.of(server, "sales");
    var other = server.api().signIn(ann.email(), Person.PASSWORD);
    var list = ann.api().get("/auth/sessions").json().get("items");
    assertThat(list).hasSize(2);
    var current = list.get(0).get("current").asBoolean() ? 0 : 1;
    var theirs = "/auth/sessions/" + list.get(1 - current).get("id").asText();

    assertThat(Person.of(server, "sales").api().delete(theirs).status()).isEqualTo(404);
    assertThat(ann.api().delete(theirs).status()).isEqualTo(204);

    assertThat(other.get("/leads").status()).isEqualTo(401);
    assertThat(ann.api().delete(theirs).status()).isEqualTo(404);
    assertThat(ann.api().get("/auth/sessions").json().get("items")).hasSize(1);
    var third = server.api().signIn(ann.email(), Person.PASSWORD);
    assertThat(ann.api().delete("/auth/sessions").status()).isEqualTo(204);
    assertThat(third.get("/leads").status()).isEqualTo(401);
  }

  @Test
  void whoeverIsResponsibleSeesAndEndsTheSessionsOfAUser() {
    var ann = Person.of(server, "sales");
    var theirs = ann.path() + "/sessions";
    assertThat(Person.of(server, "sales").api().get(theirs).status()).isEqualTo(403);
    assertThat(Person.of(server, "manager").api().delete(theirs).status()).isEqualTo(403);
    assertThat(admin.get(theirs).json().get("items")).hasSize(1);

    assertThat(admin.delete(theirs).status()).isEqualTo(204);

    assertThat(ann.api().get("/leads").status()).isEqualTo(401);
    assertThat(admin.get(theirs).json().get("items")).isEmpty();
  }

  @Test
  void anApiTokenAllowsItsScopesAndIsShownOnce() {
    var ann = Person.of(server, "sales");
    var lead = Fixture.created(ann.api(), "/leads", Fixture.lead()).get("id").asText();

    var issued = ann.api().post("/auth/tokens", token(30, "leads:read_own"));

    assertThat(issued.status()).isEqualTo(201);
    var program = server.api().with("Authorization", "Bearer " + issued.text("token"));
    assertThat(program.get("/leads/" + lead).status()).isEqualTo(200);
    assertThat(program.patch("/leads/" + lead, Map.of("notes", "x")).status()).isEqualTo(403);
    assertThat(program.post("/leads", Fixture.lead()).status()).isEqualTo(403);
    assertThat(program.post("/auth/tokens", token(1, "leads:read_own")).status()).isEqualTo(403);
    assertThat(ann.api().get("/auth/tokens").body()).doesNotContain(issued.text("token"));

    var path = "/auth/tokens/" + issued.text("id");
    assertThat(ann.api().delete(path).status()).isEqualTo(204);
    assertThat(program.get("/leads").status()).isEqualTo(401);
  }

  @Test
  void anApiTokenIsNoMoreThanItsUserAndEnds() {
    var ann = Person.of(server, "sales");

    for (var scope : List.of("*:*", "leads:read", "users:create", "leads:fly", "nonsense")) {
      assertThat(ann.api().post("/auth/tokens", token(30, scope)).status()).isEqualTo(422);
    }
    assertThat(ann.api().post("/auth/tokens", token(-1, "leads:create")).status()).isEqualTo(422);
    assertThat(ann.api().post("/auth/tokens", token(400, "leads:create")).status()).isEqualTo(422);
    assertThat(ann.api().post("/auth/tokens", Map.of("name", "x")).status()).isEqualTo(422);
  }

  private static Map<String, Object> token(int days, String scope) {
    var expiry = Instant.now().plus(days, ChronoUnit.DAYS).toString();
    return Map.of("name", "a program", "scopes", List.of(scope), "expires_at", expiry);
  }

  private static Answer change(Api api, String current, String changed) {
    return api.post("/auth/password", Map.of("current_password", current, "new_password", changed));
  }
}
