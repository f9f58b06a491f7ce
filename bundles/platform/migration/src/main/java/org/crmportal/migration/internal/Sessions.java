package org.crmportal.migration.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that the database ends by itself, within seconds, when their node is gone: what a dead
 * node has locked, or still executes, does not hold up the next one.
 */
final class Sessions {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** One after the other, since a database on some systems has not all of them. */
  private static final List<String> WATCH =
      List.of(
          // a killed process closes its connections, but nobody reads while a statement runs
          "SET client_connection_check_interval = '2s'",
          // a machine without power closes nothing
          "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
              + " SET tcp_keepalives_count = 4");

  private Sessions() {}

  /** A connection of its own, which is watched. */
  static Connection open(DataSource admin) throws SQLException {
    var connection = admin.getConnection();
    for (var setting : WATCH) {
      try (var statement = connection.createStatement()) {
        statement.execute(setting);
      } catch (SQLException e) {
        LOG.debug("The database does not know {}", setting, e);
      }
    }
    return connection;
  }
}
