package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the database that another node changed what users may do. It has a connection of its
 * own, which goes past every pool, and makes a new one when that is lost.
 */
@Component(service = AccessListener.class, immediate = true)
public final class AccessListener {

  private static final Logger LOG = LoggerFactory.getLogger(AccessListener.class);
  private static final int PAUSE_SECONDS = 1;

  /** How long one wait lasts; between two of them it is seen whether the connection still lives. */
  private static final int WAIT_MILLISECONDS = 2_000;

  private final DataSource source;
  private final AccessCache cache;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "crm-access"));

  private final Future<?> listening;

  @Activate
  public AccessListener(
      @Reference(target = "(osgi.jndi.service.name=crm-admin)") DataSource source,
      @Reference AccessCache cache) {
    this.source = source;
    this.cache = cache;
    listening = thread.scheduleWithFixedDelay(this::listen, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void close() {
    listening.cancel(true);
    thread.shutdownNow();
  }

  /** Listens until the connection is lost. */
  private void listen() {
    try (var connection = source.getConnection()) {
      try (var statement = connection.createStatement()) {
        statement.execute("listen crm_access");
      }
      // Whatever was said while nobody listened is lost.
      cache.drop();
      hear(connection);
    } catch (SQLException | RuntimeException e) {
      LOG.debug("The database is not heard: {}", e.toString());
    }
  }

  private void hear(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    while (!thread.isShutdown()) {
      var heard = postgres.getNotifications(WAIT_MILLISECONDS);
      if (heard == null || heard.length == 0) {
        if (!connection.isValid(PAUSE_SECONDS)) {
          throw new SQLException("the connection is gone");
        }
      } else {
        cache.drop();
      }
    }
  }
}
