package org.crmportal.jobs.internal;

import static org.crmportal.jobs.internal.JobTable.NOW;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * This node's own connection: it hears of new jobs and holds an advisory lock for each job that the
 * node runs, which the database gives up when the node dies. Used by one thread.
 */
final class NodeSession implements AutoCloseable {

  /**
   * A node whose machine is gone keeps its lock until TCP notices; this is noticed sooner. A sign
   * of life from the future is none: the clock has been set back since.
   */
  private static final String STALE =
      "heartbeat_at NOT BETWEEN %1$s - interval '60 seconds' AND %1$s + interval '60 seconds'"
          .formatted(NOW);

  private static final int ANSWER_MILLISECONDS = 20_000;

  private final Connection connection;
  private final PGConnection postgres;
  private final String node;
  private final Set<UUID> locked = new HashSet<>();

  NodeSession(DataSource admin, String node) throws SQLException {
    this.node = node;
    this.connection = admin.getConnection();
    this.postgres = connection.unwrap(PGConnection.class);
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLISECONDS);
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = '10s'; LISTEN " + JobTable.CHANNEL);
    }
  }

  /** Waits until somebody says that there is work, or the time is over. */
  boolean hears(int milliseconds) throws SQLException {
    var heard = postgres.getNotifications(milliseconds);
    return heard != null && heard.length > 0;
  }

  /** Takes the oldest job of these kinds that waits, or whose node has died. */
  Optional<Claim> claim(Collection<String> kinds, Collection<UUID> except) throws SQLException {
    for (var candidate : candidates(kinds, except)) {
      boolean free = lock(candidate.id());
      var claim = free || candidate.stale() ? take(candidate.id()) : null;
      if (claim != null) {
        return Optional.of(claim);
      }
      if (free) {
        unlock(candidate.id());
      }
    }
    return Optional.empty();
  }

  private record Candidate(UUID id, boolean stale) {}

  private List<Candidate> candidates(Collection<String> kinds, Collection<UUID> except)
      throws SQLException {
    var sql =
        "SELECT id, status = 'running' AND "
            + STALE
            + " FROM jobs WHERE status IN"
            + " ('queued', 'running') AND kind = ANY (?) AND id <> ALL (?)"
            + " ORDER BY created_at LIMIT 100";
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
      select.setArray(2, connection.createArrayOf("uuid", except.toArray()));
      var found = new ArrayList<Candidate>();
      for (var row = select.executeQuery(); row.next(); ) {
        found.add(new Candidate(row.getObject(1, UUID.class), row.getBoolean(2)));
      }
      return found;
    }
  }

  /** Makes the job this node's, unless a step of another node is still being committed. */
  private @Nullable Claim take(UUID id) throws SQLException {
    var sql =
        "UPDATE jobs SET status = 'running', node = ?, error = NULL, attempts = attempts + 1,"
            + " heartbeat_at = "
            + NOW
            + ", started_at = coalesce(started_at, "
            + NOW
            + "),"
            + " resumed_at = "
            + NOW
            + ", resumed_rows = rows_done + rows_failed"
            + " WHERE id = (SELECT id FROM jobs WHERE id = ? AND status IN ('queued', 'running')"
            + " FOR UPDATE SKIP LOCKED)"
            + " RETURNING kind, created_by, parameters, position, attempts";
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, node);
      update.setObject(2, id);
      var row = update.executeQuery();
      return row.next() ? claim(id, row) : null;
    }
  }

  private static Claim claim(UUID id, ResultSet row) throws SQLException {
    return new Claim(
        id,
        row.getString("kind"),
        row.getObject("created_by", UUID.class),
        Json.read(row.getString("parameters")),
        row.getLong("position"),
        row.getInt("attempts"));
  }

  /** Says that the node is alive, and locks what another session of this node had locked. */
  void keep(Collection<UUID> running) throws SQLException {
    for (var id : running) {
      if (!locked.contains(id)) {
        lock(id);
      }
    }
    // A step that is just being done holds its row, and says by itself that the node is alive.
    var sql =
        "UPDATE jobs SET heartbeat_at = "
            + NOW
            + " WHERE id IN (SELECT id FROM jobs"
            + " WHERE id = ANY (?) AND node = ? FOR UPDATE SKIP LOCKED)";
    try (var update = connection.prepareStatement(sql)) {
      update.setArray(1, connection.createArrayOf("uuid", running.toArray()));
      update.setString(2, node);
      update.executeUpdate();
    }
  }

  private boolean lock(UUID id) throws SQLException {
    // The database counts: a lock that is taken twice has to be given up twice.
    if (!locked.contains(id) && call("SELECT pg_try_advisory_lock(?)", id)) {
      locked.add(id);
    }
    return locked.contains(id);
  }

  /** Gives up the locks of jobs that do not run here any more. */
  void unlockAllBut(Collection<UUID> running) throws SQLException {
    for (var id : List.copyOf(locked)) {
      if (!running.contains(id)) {
        unlock(id);
      }
    }
  }

  private void unlock(UUID id) throws SQLException {
    if (locked.remove(id)) {
      call("SELECT pg_advisory_unlock(?)", id);
    }
  }

  private boolean call(String sql, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
      var row = select.executeQuery();
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
