package org.crmportal.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Records of the shared server that no other test has. */
public final class Fixture {

  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

  private Fixture() {}

  /** A word that nothing else contains. */
  public static String unique(String prefix) {
    return prefix + Long.toString(NEXT.incrementAndGet(), 36);
  }

  /** The fields of a lead with a name and an e-mail address of its own. */
  public static Map<String, Object> lead() {
    var fields = new HashMap<String, Object>();
    var word = unique("lead");
    fields.put("first_name", "Ada");
    fields.put("last_name", word);
    fields.put("email", word + "@example.org");
    fields.put("company", "Company " + word);
    return fields;
  }

  /** A new record. */
  public static JsonNode created(Api api, String path, Map<String, ?> fields) {
    var answer = api.post(path, fields);
    if (answer.status() != 201) {
      throw new AssertionError(path + " " + fields + ": " + answer);
    }
    return answer.json();
  }

  /** A user of a role who is signed in, with the password that the administrator gave. */
  static Api user(CrmServer server, String role) {
    var admin = server.admin();
    var email = unique(role) + "@example.org";
    var password = "a password of ten";
    var fields =
        Map.of(
            "email",
            email,
            "full_name",
            "The " + email,
            "role_id",
            role(admin, role),
            "password",
            password);
    created(admin, "/users", fields);
    return server.api().signIn(email, password);
  }

  /** The id of a role, by its name. */
  public static String role(Api admin, String name) {
    return admin.get("/roles?name=" + name).json().get("items").get(0).get("id").asText();
  }
}
