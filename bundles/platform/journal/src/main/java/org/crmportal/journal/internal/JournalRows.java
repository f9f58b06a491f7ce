package org.crmportal.journal.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The journal's statements; an audit row and its activity are one round trip. */
final class JournalRows {

  private static final String AUDIT =
      "insert into audit_logs (user_id, actor_name, action, resource_type, resource_id, changes,"
          + " ip_address, user_agent, request_id, created_at)"
          + " values (?, ?, ?, ?, ?, ?::jsonb, ?::inet, ?, ?, ?)";
  private static final String ACTIVITY =
      "insert into activities (entity_type, entity_id, user_id, action, description, metadata,"
          + " created_at, updated_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)";
  private static final String BOTH = "with audit as (" + AUDIT + ") " + ACTIVITY;
  private static final String LAST_MOVE =
      "select created_at from activities where entity_type = ? and entity_id = ?"
          + " and metadata ->> 'to' is not null order by created_at desc limit 1";
  private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[^%]*:[^%]*");

  private final Transactions transactions;
  private final Caller caller;

  JournalRows(Transactions transactions, Caller caller) {
    this.transactions = transactions;
    this.caller = caller;
  }

  void write(@Nullable AuditRow audit, @Nullable ActivityRow activity) {
    boolean put = audit != null && transactions.later(AUDIT, statement -> bind(statement, audit));
    if (activity != null) {
      put |= transactions.later(ACTIVITY, statement -> bind(statement, 1, activity));
    }
    if (!put && (audit != null || activity != null)) {
      transactions.tx(connection -> write(connection, audit, activity));
    }
  }

  private int write(Connection connection, @Nullable AuditRow audit, @Nullable ActivityRow activity)
      throws SQLException {
    var sql = audit == null ? ACTIVITY : activity == null ? AUDIT : BOTH;
    try (var statement = connection.prepareStatement(sql)) {
      var next = audit == null ? 1 : bind(statement, audit);
      if (activity != null) {
        bind(statement, next, activity);
      }
      return statement.executeUpdate();
    }
  }

  /** When a record came into its state, as far as its activities know. */
  Optional<Instant> lastMove(RecordType<?, ?> type, UUID id) {
    return transactions.tx(connection -> lastMove(connection, type, id));
  }

  private static Optional<Instant> lastMove(Connection connection, RecordType<?, ?> type, UUID id)
      throws SQLException {
    try (var statement = connection.prepareStatement(LAST_MOVE)) {
      statement.setString(1, type.name());
      statement.setObject(2, id);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
            : Optional.empty();
      }
    }
  }

  private int bind(PreparedStatement statement, AuditRow row) throws SQLException {
    var origin = caller.origin();
    statement.setObject(1, caller.id());
    statement.setString(2, cut(caller.name(), 255));
    statement.setString(3, row.action());
    statement.setString(4, row.resourceType());
    statement.setObject(5, row.resourceId());
    statement.setString(6, Json.of(row.changes()));
    statement.setString(7, address(origin.address()));
    statement.setString(8, cut(origin.userAgent(), 1000));
    statement.setString(9, cut(origin.requestId(), 100));
    statement.setObject(10, utc(Instant.now()));
    return 11;
  }

  private void bind(PreparedStatement statement, int first, ActivityRow row) throws SQLException {
    statement.setString(first, row.entityType());
    statement.setObject(first + 1, row.entityId());
    statement.setObject(first + 2, caller.id());
    statement.setString(first + 3, row.action());
    statement.setString(first + 4, row.description());
    statement.setString(first + 5, Json.of(row.metadata()));
    statement.setObject(first + 6, utc(row.at()));
    statement.setObject(first + 7, utc(row.at()));
  }

  /** The TIMESTAMP columns hold UTC. */
  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  /** An address that PostgreSQL takes, or null: what a proxy made up must not fail the write. */
  private static @Nullable String address(@Nullable String text) {
    var bare = text == null ? "" : text.replaceAll("%.*|[\\[\\]]", "");
    if (!ADDRESS.matcher(bare).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(bare).getHostAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static @Nullable String cut(@Nullable String text, int max) {
    return text == null || text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
