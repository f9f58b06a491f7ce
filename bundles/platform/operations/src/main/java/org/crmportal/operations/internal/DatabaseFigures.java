package org.crmportal.operations.internal;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What an operator asks of the database first.
 *
 * @param connections of all nodes and programs
 * @param waiting sessions that wait for a lock
 * @param oldestTransactionSeconds the age of the oldest open transaction
 * @param jobsFailed within the last day
 */
record DatabaseFigures(
    String version,
    long megabytes,
    int connections,
    int maxConnections,
    int waiting,
    long oldestTransactionSeconds,
    long jobsRunning,
    long jobsQueued,
    long jobsFailed) {

  private static final String SQL =
      """
      select current_setting('server_version'), pg_database_size(current_database()) / 1048576,
        (select count(*) from pg_stat_activity where backend_type = 'client backend'),
        current_setting('max_connections')::int,
        (select count(*) from pg_stat_activity where wait_event_type = 'Lock'),
        (select coalesce(max(extract(epoch from now() - xact_start)), 0)::bigint
         from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()),
        (select count(*) from jobs where status = 'running'),
        (select count(*) from jobs where status = 'queued'),
        (select count(*) from jobs where status = 'failed'
          and finished_at > (now() at time zone 'UTC') - interval '1 day')
      """;

  static DatabaseFigures read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(5);
      try (var row = statement.executeQuery(SQL)) {
        row.next();
        return new DatabaseFigures(
            row.getString(1),
            row.getLong(2),
            row.getInt(3),
            row.getInt(4),
            row.getInt(5),
            row.getLong(6),
            row.getLong(7),
            row.getLong(8),
            row.getLong(9));
      }
    }
  }
}
