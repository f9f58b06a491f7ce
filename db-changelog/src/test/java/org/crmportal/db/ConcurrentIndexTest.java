package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmportal.migration.internal.Changelog;
import org.crmportal.migration.internal.ChangelogRunner;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** CREATE INDEX CONCURRENTLY waits for every transaction: a node that waits must not be one. */
class ConcurrentIndexTest {

  private static final String INDEX =
      """
      --liquibase formatted sql
      --changeset crm:big runInTransaction:false
      CREATE INDEX CONCURRENTLY idx_big ON users (phone);
      --rollback DROP INDEX idx_big;
      """;

  @Test
  void itIsBuiltWhileAnotherNodeWaitsForTheMigration() throws Exception {
    var files = Map.of("db/big/001-big.sql", INDEX.getBytes(StandardCharsets.UTF_8));
    var changelog = new Changelog("big", List.of(), new TreeMap<>(files));
    try (var database = TestDatabase.migrated();
        var busy = database.dataSource().getConnection()) {
      busy.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      busy.setAutoCommit(false);
      busy.createStatement().execute("SELECT count(*) FROM users");
      var first = migrate(database, changelog);
      reach(database, "query LIKE 'CREATE INDEX%' AND wait_event = 'virtualxid'");
      var second = migrate(database, changelog);
      reach(database, "query LIKE 'SELECT pg_%advisory_lock%'");
      busy.rollback();

      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.get(30, TimeUnit.SECONDS)).isFalse();
    }
  }

  private static CompletableFuture<Boolean> migrate(TestDatabase database, Changelog changelog) {
    var runner = new ChangelogRunner(database.dataSource());
    return CompletableFuture.supplyAsync(
        () -> runner.migrate(changelog), task -> new Thread(task).start());
  }

  private static void reach(TestDatabase database, String session) throws SQLException {
    var sql =
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND "
            + session;
    Waiting.until(session, () -> !Catalogue.query(database.dataSource(), sql).isEmpty());
  }
}
