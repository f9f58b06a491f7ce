package org.crmportal.migration.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import org.crmportal.migration.MigrationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one database up and down a changelog. Any number of nodes may do so at once: an advisory
 * lock on a connection of its own lets one in after the other. It knows nothing of OSGi.
 */
public final class ChangelogRunner {

  /** One lock for all folders of a database, since they refer to each other's tables. */
  private static final long LOCK = 0x63726d_6d696772L;

  private static final long PAUSE_MILLISECONDS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ChangelogRunner.class);

  private final DataSource admin;

  /**
   * @param admin plain connections of the user who owns the tables
   */
  public ChangelogRunner(DataSource admin) {
    this.admin = admin;
  }

  /** Brings the folder up to date; returns whether Liquibase had to look. */
  public boolean migrate(Changelog changelog) {
    return locked(
        changelog,
        guard -> {
          // another node may have done it while this one waited
          if (ChangelogState.holds(guard, changelog)) {
            return false;
          }
          run(changelog, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
          ChangelogState.add(guard, changelog);
          return true;
        },
        guard -> ChangelogState.holds(guard, changelog));
  }

  /** Takes the last {@code count} changes back; with none left, the tracking tables go too. */
  public void rollback(Changelog changelog, int count) {
    locked(
        changelog,
        guard -> {
          ChangelogState.forget(guard, changelog.folder());
          run(
              changelog,
              liquibase -> liquibase.rollback(count, new Contexts(), new LabelExpression()));
          Tracking.dropIfEmpty(guard, changelog.folder());
          return true;
        },
        guard -> false);
  }

  /**
   * Returns how many of each folder's changes are in the database, over one connection because
   * every health check asks; without those that the database did not answer for.
   */
  public Map<String, Integer> applied(Collection<String> folders) {
    var applied = new HashMap<String, Integer>();
    try (var connection = admin.getConnection()) {
      for (var folder : folders) {
        applied.put(folder, Tracking.applied(connection, folder));
      }
    } catch (SQLException e) {
      LOG.debug("Changelogs {}", folders, e);
    }
    return applied;
  }

  private void run(Changelog changelog, LiquibaseSession.Work work) throws Exception {
    try (var connection = Sessions.open(admin)) {
      LiquibaseSession.run(changelog, connection, work);
    }
  }

  private boolean locked(Changelog changelog, Step step, Step done) {
    try (var guard = Sessions.open(admin)) {
      if (done.apply(guard)) {
        return false;
      }
      lock(guard, changelog);
      try {
        return step.apply(guard);
      } finally {
        ask(guard, "SELECT pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException(changelog.folder(), e);
    } catch (Exception e) {
      throw new MigrationException(changelog.folder(), e);
    }
  }

  /**
   * Asks again and again: a statement that waited for the lock would be a transaction that every
   * CREATE INDEX CONCURRENTLY waits for, and so would wait for itself.
   */
  private static void lock(Connection guard, Changelog changelog)
      throws SQLException, InterruptedException {
    boolean told = false;
    while (!ask(guard, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      if (!told) {
        LOG.info("Changelog {}: another node migrates, waiting for it", changelog.folder());
        told = true;
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  @FunctionalInterface
  private interface Step {
    boolean apply(Connection guard) throws Exception;
  }
}
