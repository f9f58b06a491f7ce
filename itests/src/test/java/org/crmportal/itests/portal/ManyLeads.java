package org.crmportal.itests.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.NodeDatabase;

/** A list that nobody reads to its end: put into the database, as an import would take longer. */
final class ManyLeads {

  static final int COUNT = 200_000;

  private ManyLeads() {}

  static void fill(CrmServer server) throws IOException, SQLException {
    try (var script = ManyLeads.class.getResourceAsStream("/portal/many-leads.sql");
        var database = NodeDatabase.of(server.node());
        var statement = database.createStatement()) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
