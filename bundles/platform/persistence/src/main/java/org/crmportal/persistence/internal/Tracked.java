package org.crmportal.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.ds.PGSimpleDataSource;

/** Knows the connections that it made, so that they can be given up from outside. */
final class Tracked extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private final transient Set<Connection> made =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final transient Timed timed;

  Tracked(SlowStatements slow) {
    this.timed = new Timed(slow);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = super.getConnection();
    made.add(connection);
    return timed.connection(connection);
  }

  /**
   * Closes the sockets of all, whoever waits at them for an answer; returns how many there were.
   */
  int abort() throws SQLException {
    List<Connection> all;
    synchronized (made) {
      all = List.copyOf(made);
      made.clear();
    }
    int open = 0;
    for (var connection : all) {
      if (!connection.isClosed()) {
        open++;
        connection.abort(Runnable::run);
      }
    }
    return open;
  }
}
