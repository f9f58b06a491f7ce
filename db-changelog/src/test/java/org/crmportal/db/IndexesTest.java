package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ERD's "Indexes Summary", asked of the catalogue. */
class IndexesTest {

  /** Columns at whose head no index stands; JSON columns need an inverted one. */
  private static final String UNINDEXED =
      """
      SELECT DISTINCT c.relname || '.' || a.attname
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT a.attisdropped AND (%s)
      AND NOT EXISTS (
          SELECT FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
          JOIN pg_am am ON am.oid = ic.relam
          WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum
          AND (am.amname = 'gin') = (a.atttypid = 'jsonb'::regtype))
      """;

  private static final String OF_THE_ERD =
      "c.relname IN ('users', 'roles', 'permissions', 'role_permissions', 'refresh_tokens',"
          + " 'leads', 'clients', 'projects', 'tasks', 'timesheets', 'tickets',"
          + " 'ticket_comments', 'invoices', 'invoice_items', 'payments', 'activities',"
          + " 'audit_logs', 'documents', 'contacts') AND ";

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
  void everyForeignKeyHasAnIndex() throws SQLException {
    assertNone(
        "EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'"
            + " AND k.conkey[1] = a.attnum)");
  }

  @Test
  void everyStatusAndStateHasAnIndex() throws SQLException {
    assertNone(OF_THE_ERD + "a.attname IN ('status', 'state', 'stage', 'is_active')");
  }

  @Test
  void everyDateHasAnIndex() throws SQLException {
    assertNone(OF_THE_ERD + "a.atttypid IN ('date'::regtype, 'timestamp'::regtype)");
  }

  @Test
  void everyEmailAddressHasAnIndex() throws SQLException {
    assertNone(OF_THE_ERD + "a.attname ~ 'email'");
  }

  @Test
  void everyJsonColumnHasAnInvertedIndex() throws SQLException {
    assertNone(OF_THE_ERD + "a.atttypid = 'jsonb'::regtype");
  }

  @Test
  void everyTableHasAPrimaryKey() throws SQLException {
    assertThat(
            Catalogue.query(
                database.dataSource(),
                "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r'"
                    + " AND c.relnamespace = 'public'::regnamespace"
                    + " AND c.relname !~ '^databasechangelog' AND NOT EXISTS (SELECT FROM"
                    + " pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')"))
        .isEmpty();
  }

  private static void assertNone(String condition) throws SQLException {
    assertThat(Catalogue.query(database.dataSource(), UNINDEXED.formatted(condition))).isEmpty();
  }
}
