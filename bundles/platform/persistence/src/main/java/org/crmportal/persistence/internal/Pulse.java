package org.crmportal.persistence.internal;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a database that is there and says nothing any more: a machine without power, a wire that
 * was cut, a process that was stopped. A statement may take long, so how long one takes says
 * nothing; but who does not answer a small question, nor greet a new connection, answers nobody.
 * Then whoever waits is told at once and not by the timeout of a statement.
 */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final PGSimpleDataSource probe;
  private final Tracked watched;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var named = new Thread(work, "crm-database-pulse");
            named.setDaemon(true);
            return named;
          });
  private volatile @Nullable Connection connection;

  /**
   * @param probe makes connections of which every answer is waited for a bounded time
   * @param watched whose connections are given up
   */
  Pulse(PGSimpleDataSource probe, Tracked watched) {
    this.probe = probe;
    this.watched = watched;
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (!isAnswered() && !isGreeted()) {
        LOG.warn(
            "The database is silent: {} connections are given up after {} s",
            watched.abort(),
            2 * probe.getSocketTimeout());
      }
    } catch (SQLException | RuntimeException e) {
      // Thrown on, it would end the looking.
      LOG.warn("Cannot find out whether the database answers: {}", e.toString());
    }
  }

  /**
   * Whether it answers on the connection that is open; a refusal is an answer, and so is a closed
   * socket.
   */
  private boolean isAnswered() {
    var open = connection;
    if (open == null) {
      return false;
    }
    try (var statement = open.createStatement()) {
      statement.execute("");
      return true;
    } catch (SQLException e) {
      connection = null;
      return !timedOut(e);
    }
  }

  /** Whether it answers on a new one: one that is only behind a busy pooler does. */
  private boolean isGreeted() {
    try {
      connection = probe.getConnection();
      return true;
    } catch (SQLException e) {
      return !timedOut(e);
    }
  }

  private static boolean timedOut(Throwable thrown) {
    var cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    var open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("It is closed already", e);
      }
    }
  }
}
