package org.crmportal.testkit;

import java.sql.SQLException;
import java.util.UUID;
import org.crmportal.migration.internal.ChangelogRunner;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own. With all changelogs of the class path applied it is a copy of a
 * template that is migrated once in a JVM, and there within a tenth of a second.
 */
public final class TestDatabase implements AutoCloseable {

  private final TestPostgres server = TestPostgres.get();
  private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

  private TestDatabase(String clause) {
    server.execute("CREATE DATABASE " + name + clause);
  }

  /** Returns a database as it is after a first start: all tables, the default roles and grants. */
  public static TestDatabase migrated() {
    return new TestDatabase(" TEMPLATE " + Template.NAME);
  }

  /** Returns a database with nothing in it. */
  public static TestDatabase empty() {
    return new TestDatabase("");
  }

  /** Returns plain connections, not pooled. */
  public PGSimpleDataSource dataSource() {
    return server.dataSource(name);
  }

  /** Returns the JDBC address; see {@link #user()}. */
  public String url() {
    return server.url(name);
  }

  /** Returns the user who owns the database; there is no password. */
  public String user() {
    return server.user();
  }

  /** Runs SQL, one or more statements. */
  public void execute(String sql) {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Drops it, whoever may still be connected. */
  @Override
  public void close() {
    server.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static final class Template {
    static final String NAME = create();

    private static String create() {
      var name = "crm_template";
      TestPostgres.get().execute("CREATE DATABASE " + name);
      var runner = new ChangelogRunner(TestPostgres.get().dataSource(name));
      ClasspathChangelogs.inOrder().forEach(runner::migrate);
      return name;
    }
  }
}
