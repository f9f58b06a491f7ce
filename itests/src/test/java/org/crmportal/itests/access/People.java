package org.crmportal.itests.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.itests.Api;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;

/** Who is in the test: the subject, whose role changes, and those whose records there are. */
final class People {

  static final String PASSWORD = "who may see what";

  final CrmServer server;
  final Api admin;
  final String subjectRole;
  final String nothingRole;
  final String subjectId;
  final Api subject;
  final Api mate;
  final Api stranger;

  final String mateId;

  /** A user of the subject's team who has nothing and may do nothing. */
  final String teamUser;

  People(CrmServer server, Declared declared) {
    this.server = server;
    admin = server.admin();
    subjectRole = role();
    nothingRole = role();
    var builderRole = role();
    grant(builderRole, everything(declared));
    grant(subjectRole, everything(declared));
    subjectId = user("subject", subjectRole);
    subject = signIn("subject");
    mateId = user("mate", builderRole);
    mate = signIn("mate");
    user("stranger", builderRole);
    stranger = signIn("stranger");
    teamUser = user("team-user", nothingRole);
    var team = Fixture.created(admin, "/teams", Map.of("name", Fixture.unique("team")));
    var members = "/teams/" + team.get("id").asText() + "/members";
    expect(admin.put(members, List.of(subjectId, mateId, teamUser)).status());
  }

  /** All that is declared, by name; the administrator's wildcard is not among it. */
  static Set<String> everything(Declared declared) {
    var all = new java.util.TreeSet<String>();
    declared
        .permissions()
        .forEach(
            (resource, actions) -> actions.forEach(action -> all.add(resource + ":" + action)));
    all.remove("*:*");
    return all;
  }

  /** Gives a role other grants, which are in force with the next request. */
  void grant(String role, Set<String> grants) {
    expect(admin.put("/roles/" + role + "/permissions", grants).status());
  }

  /** A new user, whose name says nothing and whose address has a marker. */
  String user(String marker, String role) {
    return Fixture.created(admin, "/users", account(marker, role)).get("id").asText();
  }

  static Map<String, Object> account(String marker, String role) {
    var fields = new HashMap<String, Object>();
    fields.put("email", marker + "@example.org");
    fields.put("full_name", "A person");
    fields.put("role_id", role);
    fields.put("password", PASSWORD);
    return fields;
  }

  Api signIn(String marker) {
    return server.api().signIn(marker + "@example.org", PASSWORD);
  }

  private String role() {
    var role = Fixture.created(admin, "/roles", Map.of("name", Fixture.unique("role")));
    return role.get("id").asText();
  }

  private static void expect(int status) {
    if (status != 200) {
      throw new AssertionError("" + status);
    }
  }
}
