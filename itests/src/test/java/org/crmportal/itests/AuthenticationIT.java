package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in and out: RULES, Authentication. */
class AuthenticationIT {

  private final CrmServer server = CrmServer.shared();
  private final Api nobody = server.api();

  @Test
  void aSignInGivesATokenAndTheUserWithPermissions() {
    var ann = Person.of(server, "sales");
    var answer = login(ann.email(), Person.PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.text("refresh_token")).isNotBlank();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var user = answer.json().get("user");
    assertThat(user.get("email").asText()).isEqualTo(ann.email());
    assertThat(user.get("permissions").toString())
        .contains("\"leads:read_own\"", "\"leads:convert\"")
        .doesNotContain("\"leads:read\"");
    assertThat(user.get("last_login_at").isNull()).isFalse();
    assertThat(answer.body()).doesNotContain("argon2", "password_hash");
    assertThat(ann.api().get("/auth/me").json()).isEqualTo(withLaterLogin(user, ann));
  }

  private static Object withLaterLogin(
      com.fasterxml.jackson.databind.JsonNode user, Person person) {
    var same = (com.fasterxml.jackson.databind.node.ObjectNode) user.deepCopy();
    same.set("last_login_at", person.api().get("/auth/me").json().get("last_login_at"));
    return same;
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    var ann = Person.of(server, "sales");
    var wrong = login(ann.email(), "wrong");
    var unknown = login(Fixture.unique("nobody") + "@example.org", Person.PASSWORD);
    server.admin().patch(ann.path(), Map.of("is_active", false));
    var inactive = login(ann.email(), Person.PASSWORD);

    for (var answer : List.of(wrong, unknown, inactive)) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("detail")).isEqualTo(wrong.text("detail"));
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void aBodyThatIsNoSignInIsRefused() {
    assertThat(nobody.post("/auth/login", Map.of()).status()).isEqualTo(422);
    assertThat(nobody.post("/auth/login", Map.of("email", 1, "password", "x")).status())
        .isEqualTo(422);
    assertThat(
            nobody
                .post("/auth/login", Map.of("email", "a", "password", "b", "admin", true))
                .status())
        .isEqualTo(422);
    assertThat(nobody.post("/auth/login", "{").status()).isEqualTo(400);
    assertThat(nobody.get("/auth/login").status()).isEqualTo(405);
  }

  @Test
  void theSixthAttemptIsTooMany() {
    var ann = Person.of(server, "sales");
    for (int i = 0; i < 5; i++) {
      assertThat(login(ann.email(), "wrong").status()).isEqualTo(401);
    }

    var refused = login(ann.email(), Person.PASSWORD);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
    assertThat(ann.api().get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsGoodOnceAndAStolenOneEndsItsSession() {
    var ann = Person.of(server, "sales");
    var first = login(ann.email(), Person.PASSWORD).text("refresh_token");
    var second = refresh(first);
    assertThat(second.status()).isEqualTo(200);
    var access = bearer(second.text("access_token"));
    assertThat(access.get("/auth/me").status()).isEqualTo(200);

    assertThat(refresh(first).status()).isEqualTo(401);

    assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(401);
    assertThat(access.get("/auth/me").status()).isEqualTo(401);
    assertThat(access.get("/leads").status()).isEqualTo(401);
    assertThat(ann.api().get("/auth/me").status()).isEqualTo(200);
    var audit = server.admin().get("/audit-logs?action=refresh_token_reused&user_id=" + ann.id());
    assertThat(audit.json().get("items")).hasSize(1);
  }

  @Test
  void aCookieHoldsTheRefreshTokenOutOfReachOfScripts() {
    var ann = Person.of(server, "sales");
    var body = Map.of("email", ann.email(), "password", Person.PASSWORD, "cookie", true);

    var answer = nobody.post("/auth/login", body);
    var cookie = answer.header("Set-Cookie");

    assertThat(answer.json().get("refresh_token").isNull()).isTrue();
    assertThat(cookie)
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/api/v1/auth")
        .doesNotContain("Secure");
    var browser = nobody.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    var refreshed = browser.post("/auth/refresh", "");
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.json().get("refresh_token").isNull()).isTrue();
    assertThat(refreshed.header("Set-Cookie")).contains("HttpOnly");
    assertThat(
            nobody
                .with("X-Forwarded-Proto", "https")
                .post("/auth/login", body)
                .header("Set-Cookie"))
        .endsWith("; Secure");
  }

  @Test
  void signingOutEndsTheSession() {
    var ann = Person.of(server, "sales");
    var signIn = login(ann.email(), Person.PASSWORD);
    var access = bearer(signIn.text("access_token"));

    assertThat(access.post("/auth/logout", "").status()).isEqualTo(204);

    assertThat(access.get("/auth/me").status()).isEqualTo(401);
    assertThat(refresh(signIn.text("refresh_token")).status()).isEqualTo(401);
    assertThat(nobody.post("/auth/logout", Map.of("refresh_token", "x")).status()).isEqualTo(204);
  }

  @Test
  void aTokenThatIsNoneIsRefused() {
    for (var token : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "crm_x")) {
      var answer = bearer(token).get("/leads");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }
    assertThat(nobody.with("Authorization", "Basic eDp4").get("/leads").status()).isEqualTo(401);
    assertThat(nobody.get("/leads").status()).isEqualTo(401);
  }

  private Api bearer(String token) {
    return nobody.with("Authorization", "Bearer " + token);
  }

  private Answer login(String email, String password) {
    return nobody.post("/auth/login", Map.of("email", email, "password", password));
  }

  private Answer refresh(String token) {
    return nobody.post("/auth/refresh", Map.of("refresh_token", token));
  }
}
