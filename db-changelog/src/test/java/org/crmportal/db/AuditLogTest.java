package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestDatabase.migrated();
    database.execute(Catalogue.resource("one-of-each.sql"));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_logs SET action = 'nothing happened'",
        "UPDATE audit_logs SET user_id = NULL",
        "UPDATE audit_logs SET created_at = now()",
        "DELETE FROM audit_logs",
        "TRUNCATE audit_logs",
        "TRUNCATE users CASCADE",
        "INSERT INTO audit_logs (id, action) SELECT id, 'x' FROM audit_logs"
            + " ON CONFLICT (id) DO UPDATE SET action = 'x'"
      })
  void noStatementChangesWhatWasWritten(String sql) throws SQLException {
    assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining("written once");

    assertThat(rows(database)).containsExactly("created by Ada User, who is there");
  }

  @Test
  void aDeletedUserIsTakenOutOfItAndKeepsTheName() throws SQLException {
    try (var other = TestDatabase.migrated()) {
      other.execute(Catalogue.resource("one-of-each.sql"));

      other.execute("DELETE FROM users");

      assertThat(rows(other)).containsExactly("created by Ada User, who is gone");
    }
  }

  private List<String> rows(TestDatabase database) throws SQLException {
    return Catalogue.query(
        database.dataSource(),
        "SELECT action || ' by ' || actor_name"
            + " || CASE WHEN user_id IS NULL THEN ', who is gone' ELSE ', who is there' END"
            + " FROM audit_logs");
  }
}
