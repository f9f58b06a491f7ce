package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

class AccessNotificationTest {

  private static TestDatabase database;
  private static Connection listener;

  @BeforeAll
  static void listen() throws SQLException {
    database = TestDatabase.migrated();
    database.execute(Catalogue.resource("one-of-each.sql"));
    listener = database.dataSource().getConnection();
    try (var statement = listener.createStatement()) {
      statement.execute("LISTEN crm_access");
    }
  }

  @AfterAll
  static void drop() throws SQLException {
    listener.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET is_active = false",
        "UPDATE users SET role_id = NULL",
        "UPDATE users SET deleted_at = now()",
        "UPDATE roles SET name = 'seller' WHERE name = 'sales'",
        "DELETE FROM role_permissions",
        "DELETE FROM permissions WHERE resource = 'leads'",
        "INSERT INTO permissions (resource, action) VALUES ('robots', 'read')",
        "INSERT INTO teams (name) VALUES ('North');"
            + " INSERT INTO team_members (team_id, user_id) SELECT teams.id, users.id"
            + " FROM teams, users",
        "INSERT INTO api_tokens (user_id, name, token_hash, expires_at)"
            + " SELECT id, 'x', 'x', now() FROM users"
      })
  void whatChangesAPersonsAccessIsTold(String sql) throws SQLException {
    database.execute(sql);

    assertThat(heard(10_000)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET last_login_at = now()",
        "UPDATE leads SET status = 'lost'",
        "UPDATE api_tokens SET last_used_at = now()"
      })
  void whatDoesNotIsNot(String sql) throws SQLException {
    database.execute(sql);

    assertThat(heard(200)).isZero();
  }

  private int heard(int milliseconds) throws SQLException {
    var notifications = listener.unwrap(PGConnection.class).getNotifications(milliseconds);
    return notifications == null ? 0 : notifications.length;
  }
}
