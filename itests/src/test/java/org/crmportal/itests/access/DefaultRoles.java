package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.crmportal.itests.Api;

/** What the ERD's roles come with: the table of RULES, and what the server says. */
final class DefaultRoles {

  private static final List<String> NAMES = List.of("manager", "sales", "support", "finance");

  /** A all, T team, O own; r read, c create, u update, d delete; the rest are whole words. */
  private static final String TABLE =
      """
      leads        | A rcud, convert, import, export | O rud, c, convert, T r | |
      clients      | A rcud, import, export, merge   | O ud, c, T r           | A r | A ru, export
      contacts     | A rcud, import, export, merge   | O ud, c, T r           | A ru | A ru, export
      projects     | A rcud                          | O r                    | A r | A r
      tasks        | A rcud                          | c, O ru                | c, O ru | O ru
      timesheets   | A r, c, O ud, approve           | c, O rud               | c, O rud | A r, c, O ud
      tickets      | A rcu, read_internal            | c, O r                 | A rcu, read_internal | A r
      invoices     | A r                             | O r                    | | A rcud, send, credit, export
      payments     | A r                             | O r                    | | A rcud, refund, export
      credit_notes | A r                             | O r                    | | A rcud, export
      reports      | A r                             | O r                    | read_tickets | A r
      users        | T r                             | | |
      teams        | A r                             | | |
      settings     |                                 | | | A r
      """;

  private final Map<String, Reach> reaches = new HashMap<>();

  DefaultRoles() {
    TABLE.lines().forEach(this::line);
  }

  private void line(String line) {
    var cells = line.split("\\|", -1);
    for (int i = 0; i < NAMES.size(); i++) {
      for (var grant : cells[i + 1].strip().split(",\\s*", -1)) {
        read(NAMES.get(i) + " " + cells[0].strip() + ":", grant.strip());
      }
    }
  }

  private void read(String holder, String grant) {
    var words = grant.split(" ", -1);
    boolean scoped = words.length == 2;
    var reach =
        !scoped || words[0].equals("A") ? Reach.ALL : words[0].equals("T") ? Reach.TEAM : Reach.OWN;
    var letters = words[words.length - 1];
    if (!letters.matches("[rcud]+")) {
      reaches.put(holder + letters, Reach.ALL);
      return;
    }
    for (var letter : letters.split("", -1)) {
      var action =
          switch (letter) {
            case "r" -> "read";
            case "c" -> "create";
            case "u" -> "update";
            case "d" -> "delete";
            default -> "";
          };
      reaches.merge(holder + action, reach, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
  }

  /** The widest scope in which a role may do something, by the table. */
  Reach reach(String role, String resource, String action) {
    return role.equals("admin")
        ? Reach.ALL
        : reaches.getOrDefault(role + " " + resource + ":" + action, Reach.NONE);
  }

  /** The roles as the server has them. */
  static List<Role> granted(Api admin) {
    var roles = new ArrayList<Role>();
    for (var role : admin.get("/roles?is_system=true").json().get("items")) {
      var grants = new TreeSet<String>();
      role.get("permissions").forEach(grant -> grants.add(grant.asText()));
      roles.add(new Role(role.get("name").asText(), grants));
    }
    return roles;
  }
}
