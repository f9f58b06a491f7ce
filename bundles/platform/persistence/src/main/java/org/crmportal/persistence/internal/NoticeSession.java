package org.crmportal.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.crmportal.platform.NoticeListener;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection on which notices are told and heard, as long as it lives; used by one thread. */
final class NoticeSession implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSession.class);
  private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,60}");
  private static final int WAIT_MILLISECONDS = 150;
  private static final int ANSWER_MILLISECONDS = 10_000;
  private static final long SILENCE_NANOS = 2_000_000_000L;
  private static final String TELL =
      "SELECT pg_notify(channel, text) FROM unnest(?::text[], ?::text[]) AS told (channel, text)";

  private final Connection connection;
  private final PGConnection postgres;
  private final Untold untold;
  private final Set<String> channels = new HashSet<>();
  private final Set<NoticeListener> known = new HashSet<>();
  private long alive = System.nanoTime();

  NoticeSession(DataSource admin, Untold untold) throws SQLException {
    this.untold = untold;
    this.connection = admin.getConnection();
    this.postgres = connection.unwrap(PGConnection.class);
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLISECONDS);
  }

  /** Tells what is to be told, and waits a moment for what others tell. */
  void turn(Collection<NoticeListener> listeners) throws SQLException {
    for (var listener : listeners) {
      if (known.add(listener)) {
        listen(listener.channel());
        call(listener, listener::missed);
      }
      untold.ask(listener);
    }
    known.retainAll(listeners);
    tell();
    hear(listeners);
  }

  private void listen(String channel) throws SQLException {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException(channel + " is no name of a channel");
    }
    if (channels.add(channel)) {
      try (var statement = connection.createStatement()) {
        statement.execute("LISTEN " + channel);
      }
    }
  }

  private void tell() throws SQLException {
    if (untold.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(TELL)) {
      statement.setArray(1, connection.createArrayOf("text", untold.channels()));
      statement.setArray(2, connection.createArrayOf("text", untold.texts()));
      statement.execute();
    }
    untold.clear();
    alive = System.nanoTime();
  }

  private void hear(Collection<NoticeListener> listeners) throws SQLException {
    var heard = postgres.getNotifications(WAIT_MILLISECONDS);
    if (heard == null || heard.length == 0) {
      if (System.nanoTime() - alive > SILENCE_NANOS && !connection.isValid(2)) {
        throw new SQLException("the connection is gone");
      }
      alive = System.nanoTime() - alive > SILENCE_NANOS ? System.nanoTime() : alive;
      return;
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (var each : heard) {
      texts.computeIfAbsent(each.getName(), name -> new ArrayList<>()).add(each.getParameter());
    }
    for (var listener : listeners) {
      var own = texts.get(listener.channel());
      if (own != null) {
        call(listener, () -> listener.heard(own));
      }
    }
  }

  /** What one listener does wrong is no other's affair. */
  private static void call(NoticeListener listener, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("{} failed on what it heard", listener, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
