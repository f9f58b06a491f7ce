package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** A node that is killed while it makes the schema leaves it to the next one. */
class KilledMigrationIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void theNextNodeFinishesWhatAKilledOneBegan() throws Exception {
    var doomed = CrmNode.fresh();
    try (var database = PostgresServer.start(doomed.folder().resolve("external"))) {
      doomed.on(database);
      try (var connection = NodeDatabase.of(doomed)) {
        // Whoever else makes a table of this name waits until it is known whether there is one.
        connection.setAutoCommit(false);
        execute(connection, "CREATE TABLE leads ()");
        var server = doomed.launch();
        Wait.until("it makes the leads", PATIENCE, () -> makesLeads(doomed));
        server.kill();
        connection.rollback();
      }

      try (var next = CrmNode.fresh().on(database).start()) {
        assertThat(next.api().get("/health/ready").status()).isEqualTo(200);
        Fixture.created(next.admin(), "/leads", Fixture.lead());
        assertThat(next.log()).doesNotContain(" ERROR ");
      }
    }
  }

  private static boolean makesLeads(CrmNode node) throws SQLException {
    try (var connection = NodeDatabase.of(node)) {
      var waits =
          "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'CREATE TABLE leads%'";
      return NodeDatabase.count(connection, waits) == 1;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
