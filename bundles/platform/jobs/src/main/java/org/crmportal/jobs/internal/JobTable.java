package org.crmportal.jobs.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.JobStatus;
import org.jspecify.annotations.Nullable;

/** The rows of jobs. A job that runs is changed only by the node that it belongs to. */
final class JobTable {

  /** The channel on which nodes hear that there may be work. */
  static final String CHANNEL = "crm_jobs";

  static final String NOW = "(clock_timestamp() AT TIME ZONE 'UTC')";

  private static final String WAKE = "SELECT pg_notify('" + CHANNEL + "', '')";
  private static final String MINE = " WHERE id = ? AND node = ? AND status = 'running'";

  private final Transactions transactions;

  JobTable(Transactions transactions) {
    this.transactions = transactions;
  }

  void insert(UUID id, String kind, @Nullable UUID by, Map<String, Object> parameters) {
    var sql =
        "INSERT INTO jobs (id, kind, created_by, parameters, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?::jsonb, "
            + NOW
            + ", "
            + NOW
            + ")";
    update(sql, id, kind, by, Json.write(parameters));
    wake();
  }

  /** Keeps the row for the transaction that runs; false if the job is not the node's any more. */
  boolean hold(UUID id, String node) {
    return update("UPDATE jobs SET heartbeat_at = " + NOW + MINE, id, node) == 1;
  }

  /** Whether the job is still the node's. */
  boolean held(UUID id, String node) {
    return transactions.read(
        connection -> {
          try (var select = connection.prepareStatement("SELECT FROM jobs" + MINE)) {
            bind(select, id, node);
            return select.executeQuery().next();
          }
        });
  }

  void total(UUID id, String node, long rows) {
    update("UPDATE jobs SET rows_total = ?, updated_at = " + NOW + MINE, rows, id, node);
  }

  /** Notes a step. Whoever gets on is not in a circle of crashes. */
  void advance(UUID id, String node, long position, long done, long failed) {
    var sql =
        "UPDATE jobs SET position = ?, rows_done = rows_done + ?, rows_failed = rows_failed + ?,"
            + " attempts = 0, updated_at = "
            + NOW
            + MINE;
    update(sql, position, done, failed, id, node);
  }

  /** Ends a job that the node runs, and drops its file. */
  void end(UUID id, String node, JobStatus status, @Nullable String error) {
    var sql =
        "UPDATE jobs SET status = ?, error = ?, finished_at = " + NOW + ", updated_at = " + NOW;
    transactions.required(
        () -> {
          if (update(sql + MINE, name(status), error, id, node) == 1) {
            dropFile(id);
          }
          wake();
          return status;
        });
  }

  /** Gives a job back, to be taken up again by any node; that it was begun does not count. */
  void release(UUID id, String node, @Nullable String reason) {
    var sql =
        "UPDATE jobs SET status = 'queued', node = NULL, error = ?,"
            + " attempts = greatest(attempts - 1, 0), updated_at = "
            + NOW
            + MINE;
    transactions.required(
        () -> {
          update(sql, reason, id, node);
          wake();
          return id;
        });
  }

  /** Ends a job that waits or runs, whichever node's it is; false if it has ended before. */
  boolean cancel(UUID id) {
    var sql =
        "UPDATE jobs SET status = 'cancelled', error = NULL, finished_at = "
            + NOW
            + ", updated_at = "
            + NOW
            + " WHERE id = ? AND status IN ('queued', 'running')";
    return transactions.required(
        () -> {
          boolean cancelled = update(sql, id) == 1;
          if (cancelled) {
            dropFile(id);
          }
          return cancelled;
        });
  }

  private void dropFile(UUID id) {
    update("DELETE FROM job_files WHERE job_id = ?", id);
  }

  private void wake() {
    transactions.tx(
        connection -> {
          try (var notify = connection.prepareStatement(WAKE)) {
            return notify.execute();
          }
        });
  }

  static String name(JobStatus status) {
    return status.name().toLowerCase(java.util.Locale.ROOT);
  }

  private int update(String sql, @Nullable Object... values) {
    return transactions.tx(connection -> update(connection, sql, values));
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void bind(java.sql.PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
