package org.crmportal.itests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.itests.Answer;
import org.crmportal.itests.Api;
import org.crmportal.itests.Fixture;
import org.junit.jupiter.api.Test;

/** A token that is no good any more is refused by every route, and changes nothing. */
class StaleTokensIT {

  private static final String NOBODYS = "00000000-0000-4000-8000-000000000404";

  private final Stage stage = Stage.shared();
  private final People people = stage.world.people;

  @Test
  void everyRouteRefusesEveryStaleToken() {
    var stale = new LinkedHashMap<String, Api>();
    stale.put("nobody", stage.server.api());
    stale.put("a token that is none", stage.server.api().with("Authorization", "Bearer x.y.z"));
    stale.put("signed out", signedOut());
    stale.put("revoked session", revoked());
    stale.put("password changed elsewhere", passwordChanged());
    stale.put("password reset", ended(user -> people.admin.post(user + "/reset-password", "")));
    stale.put("deactivated", ended(u -> people.admin.patch(u, Map.of("is_active", false))));
    stale.put("deleted", ended(user -> people.admin.delete(user)));
    var before = stage.digest.now();

    var wrong = new ArrayList<String>();
    stale.forEach((how, api) -> wrong.addAll(accepted(how, api)));

    assertThat(wrong).isEmpty();
    assertThat(stage.digest.now()).isEqualTo(before);
  }

  private List<String> accepted(String how, Api api) {
    var accepted = new ArrayList<String>();
    for (var route : stage.declared.routes()) {
      var answer = route.call(NOBODYS, 401).by(api);
      if (answer.status() != 401 || !answer.header("WWW-Authenticate").startsWith("Bearer")) {
        accepted.add(how + ": " + route + " answers " + answer.status());
      }
    }
    return accepted;
  }

  /** Somebody who is signed in, with all permissions. */
  private record Signed(String path, String email, Answer signIn, Api api) {}

  private Signed signed() {
    var marker = Fixture.unique("stale");
    var path = "/users/" + people.user(marker, people.subjectRole);
    var email = marker + "@example.org";
    var api = stage.server.api();
    var body = Map.of("email", email, "password", People.PASSWORD);
    var signIn = api.post("/auth/login", body);
    return new Signed(path, email, signIn, bearer(signIn));
  }

  private Api bearer(Answer signIn) {
    return stage.server.api().with("Authorization", "Bearer " + signIn.text("access_token"));
  }

  private Api signedOut() {
    var signed = signed();
    var refresh = Map.of("refresh_token", signed.signIn().text("refresh_token"));
    assertThat(signed.api().post("/auth/logout", refresh).status()).isBetween(200, 204);
    return signed.api();
  }

  private Api revoked() {
    var signed = signed();
    var session = signed.api().get("/auth/sessions").json().at("/items/0/id").asText();
    var other = stage.server.api().signIn(signed.email(), People.PASSWORD);
    assertThat(other.delete("/auth/sessions/" + session).status()).isEqualTo(204);
    return signed.api();
  }

  private Api passwordChanged() {
    var signed = signed();
    var other = stage.server.api().signIn(signed.email(), People.PASSWORD);
    var change = Map.of("current_password", People.PASSWORD, "new_password", "another long one");
    assertThat(other.post("/auth/password", change).status()).isEqualTo(204);
    return signed.api();
  }

  private Api ended(java.util.function.Function<String, Answer> end) {
    var signed = signed();
    assertThat(end.apply(signed.path()).status()).isBetween(200, 204);
    return signed.api();
  }
}
