package org.crmportal.itests;

import java.util.HashMap;
import java.util.Map;

/**
 * A user of a server who is signed in.
 *
 * @param api calls as this user
 */
public record Person(String id, String email, Api api) {

  public static final String PASSWORD = "grün ist die Heide";

  /** A new user of a role, by the role's name. */
  public static Person of(CrmServer server, String role) {
    return withRole(server, Fixture.role(server.admin(), role));
  }

  /** A new user of a role, by the role's id. */
  public static Person withRole(CrmServer server, String roleId) {
    var fields = fields(Fixture.unique("person") + "@example.org", roleId);
    var user = Fixture.created(server.admin(), "/users", fields);
    var email = user.get("email").asText();
    return new Person(user.get("id").asText(), email, server.api().signIn(email, PASSWORD));
  }

  /** A new user of a new role with these permissions. */
  public static Person who(CrmServer server, String... permissions) {
    var name = Fixture.unique("role");
    var role = Fixture.created(server.admin(), "/roles", Map.of("name", name)).get("id").asText();
    var granted = server.admin().put("/roles/" + role + "/permissions", permissions);
    if (granted.status() != 200) {
      throw new AssertionError(granted);
    }
    return withRole(server, role);
  }

  /** The fields of a user with the usual password. */
  public static Map<String, Object> fields(String email, String roleId) {
    var fields = new HashMap<String, Object>();
    fields.put("email", email);
    fields.put("full_name", "The " + email);
    fields.put("role_id", roleId);
    fields.put("password", PASSWORD);
    return fields;
  }

  /** The path of the user. */
  public String path() {
    return "/users/" + id;
  }
}
