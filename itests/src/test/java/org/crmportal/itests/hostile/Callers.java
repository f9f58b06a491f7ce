package org.crmportal.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmportal.itests.Api;
import org.crmportal.itests.CrmServer;

/** Who sends the requests: nobody, and one user of each role that a new server has. */
final class Callers {

  static final String NOBODY = "nobody";

  private static final String PASSWORD = "not the password of any sample";

  /** An access token lives for 15 minutes. */
  private static final Duration FRESH = Duration.ofMinutes(8);

  private final CrmServer server;
  private final Map<String, String> refresh = new TreeMap<>();
  private final Map<String, String> tokens = new TreeMap<>();
  private Instant since = Instant.now();

  Callers(CrmServer server, Places places) {
    this.server = server;
    var admin = server.admin();
    places.spare(admin.get("/auth/me").json().get("id").asText());
    for (var role : admin.get("/roles").json().get("items")) {
      var name = role.get("name").asText();
      places.spare(role.get("id").asText());
      places.spare(user(admin, name, role.get("id").asText()));
    }
  }

  private String user(Api admin, String role, String roleId) {
    var email = role + "-hostile@example.org";
    var fields =
        Map.of("email", email, "full_name", "The " + role, "role_id", roleId, "password", PASSWORD);
    var id = admin.post("/users", fields).text("id");
    keep(role, "/auth/login", Map.of("email", email, "password", PASSWORD));
    return id;
  }

  List<String> names() {
    var names = new ArrayList<>(refresh.keySet());
    names.add(NOBODY);
    return names;
  }

  /** A token that is good for a while, or nothing for nobody. */
  synchronized String token(String caller) {
    if (Instant.now().isAfter(since.plus(FRESH))) {
      since = Instant.now();
      // Not by the password: wrong ones were tried for these users, and they have to wait for it.
      Map.copyOf(refresh).forEach((name, last) -> keep(name, "/auth/refresh", refreshing(last)));
    }
    return tokens.getOrDefault(caller, "");
  }

  /** Fails unless each of them is still known and served. */
  void areStillServed() {
    for (var name : refresh.keySet()) {
      var api = server.api().with("Authorization", "Bearer " + token(name));
      assertThat(api.get("/auth/me").status()).as(name).isEqualTo(200);
    }
  }

  private static Map<String, String> refreshing(String last) {
    return Map.of("refresh_token", last);
  }

  private void keep(String name, String path, Map<String, String> body) {
    var answer = server.api().post(path, body);
    tokens.put(name, answer.text("access_token"));
    refresh.put(name, answer.text("refresh_token"));
  }
}
