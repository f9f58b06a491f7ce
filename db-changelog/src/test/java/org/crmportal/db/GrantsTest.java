package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GrantsTest {

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestDatabase.migrated();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void anAdministratorMayDoEverything() throws SQLException {
    assertThat(grants("admin")).containsExactly("*:*");
  }

  @Test
  void salesSeesItsOwnAndItsTeamsLeadsAndClients() throws SQLException {
    assertThat(grants("sales"))
        .contains("leads:create", "leads:convert", "leads:read_own", "leads:read_team")
        .contains("clients:create", "contacts:create", "clients:read_team", "contacts:update_own")
        .contains("timesheets:delete_own", "tickets:read_own", "reports:read_own")
        .doesNotContain("leads:read", "leads:import", "leads:export", "leads:update_team")
        .doesNotContain("tickets:read_internal", "invoices:create", "users:read_team")
        .hasSize(6 + 5 + 5 + 1 + 3 + 4 + 2 + 3 + 1);
  }

  @Test
  void aManagerApprovesTimeAndReadsTheTeam() throws SQLException {
    assertThat(grants("manager"))
        .contains("timesheets:approve", "users:read_team", "teams:read", "clients:merge")
        .contains("leads:import", "contacts:export", "tickets:read_internal", "invoices:read")
        .doesNotContain("timesheets:approve_own", "timesheets:update", "tickets:delete")
        .hasSize(7 + 7 + 6 + 4 + 4 + 5 + 4 + 3 + 1 + 2);
  }

  @Test
  void supportSeesNoLeadsAndNoInvoices() throws SQLException {
    assertThat(grants("support"))
        .contains("contacts:update", "tickets:read_internal", "reports:read_tickets")
        .noneMatch(grant -> grant.startsWith("leads:") || grant.startsWith("invoices:"))
        .hasSize(1 + 2 + 1 + 3 + 4 + 4 + 1);
  }

  @Test
  void financeSendsCreditsAndRefunds() throws SQLException {
    assertThat(grants("finance"))
        .contains("invoices:send", "invoices:credit", "payments:refund", "settings:read")
        .doesNotContain("tasks:create", "settings:update", "clients:create")
        .hasSize(3 + 3 + 1 + 2 + 4 + 1 + 7 + 6 + 5 + 1 + 1);
  }

  private static Set<String> grants(String role) throws SQLException {
    var grants = new TreeSet<String>();
    try (var connection = database.dataSource().getConnection();
        var query =
            connection.prepareStatement(
                "SELECT resource || ':' || action FROM role_permissions"
                    + " JOIN roles ON roles.id = role_id"
                    + " JOIN permissions ON permissions.id = permission_id WHERE roles.name = ?")) {
      query.setString(1, role);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          grants.add(rows.getString(1));
        }
      }
    }
    return grants;
  }
}
