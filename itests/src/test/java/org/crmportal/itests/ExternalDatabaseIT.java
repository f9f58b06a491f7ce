package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

class ExternalDatabaseIT {

  @Test
  void aNodeLivesOnAPostgresqlOfTheOperators() throws Exception {
    var node = CrmNode.fresh();
    try (var database = PostgresServer.start(node.folder().resolve("external"))) {
      node.on(database);
      try (var server = node.start()) {
        var lead = Fixture.created(server.admin(), "/leads", Fixture.lead());
        assertThat(rows(database, lead.get("id").asText())).isEqualTo(1);
      }
      assertThat(node.folder().resolve("postgresql")).doesNotExist();
    }
  }

  private static int rows(PostgresServer database, String id) throws Exception {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var query = connection.prepareStatement("select count(*) from leads where id = ?::uuid")) {
      query.setString(1, id);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
