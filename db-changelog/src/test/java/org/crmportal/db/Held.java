package org.crmportal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.crmportal.testkit.TestDatabase;

/**
 * Holds the sessions named {@link #DOOMED} inside one statement of a migration, as if it took
 * hours; nobody else is held there.
 */
final class Held implements AutoCloseable {

  static final String DOOMED = "doomed";

  private static final String WAITS =
      "SELECT query FROM pg_stat_activity WHERE application_name = '" + DOOMED + "'";

  private final TestDatabase database;
  private final Connection gate;

  private Held(TestDatabase database, String object, String action) throws SQLException {
    this.database = database;
    database.execute(Catalogue.resource("held.sql").formatted(object, action));
    gate = database.dataSource().getConnection();
    try (var statement = gate.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(4711)");
    }
  }

  /** Where this object is made; its transaction is not committed yet. */
  static Held where(TestDatabase database, String made) throws SQLException {
    return new Held(database, made, "PERFORM hold.here()");
  }

  /** Where the first row is written to this table. */
  static Held whereARowIsWritten(TestDatabase database, String table) throws SQLException {
    return new Held(
        database,
        table,
        "EXECUTE 'CREATE TRIGGER hold BEFORE INSERT ON "
            + table
            + " FOR EACH ROW EXECUTE FUNCTION hold.row()'");
  }

  /** Whether a doomed session is there. */
  boolean isReached() throws SQLException {
    return !sessions(" AND wait_event = 'advisory'").isEmpty();
  }

  /** What the doomed sessions do or did last. */
  List<String> sessions(String condition) throws SQLException {
    return Catalogue.query(database.dataSource(), WAITS + condition);
  }

  @Override
  public void close() throws SQLException {
    gate.close();
    database.execute("DROP SCHEMA hold CASCADE");
  }
}
