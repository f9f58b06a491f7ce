package org.crmportal.persistence.internal.records;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import org.crmportal.platform.Transactions;
import org.jspecify.annotations.Nullable;

/** The key that seals cursors; the database keeps it, so that every node has the same. */
final class CursorKey {

  private static final String READ =
      "SELECT value #>> '{}' FROM settings WHERE name = 'cursor_key'";
  private static final String WRITE =
      "INSERT INTO settings (name, value) VALUES ('cursor_key', to_jsonb(?::text))"
          + " ON CONFLICT (name) DO NOTHING";

  private final Transactions transactions;
  private volatile byte @Nullable [] key;

  CursorKey(Transactions transactions) {
    this.transactions = transactions;
  }

  byte[] bytes() {
    var known = key;
    if (known != null) {
      return known;
    }
    var stored = Base64.getDecoder().decode(transactions.tx(CursorKey::stored));
    // If the transaction that made the key is rolled back, another one will be made.
    transactions.afterCommit(() -> key = stored);
    return stored;
  }

  private static String stored(Connection connection) throws SQLException {
    var stored = read(connection);
    if (stored == null) {
      var random = new byte[32];
      new SecureRandom().nextBytes(random);
      try (var insert =
          new Sql(WRITE, Base64.getEncoder().encodeToString(random)).prepare(connection)) {
        insert.executeUpdate();
      }
      stored = read(connection);
    }
    if (stored == null) {
      throw new SQLException("the key of the cursors cannot be kept");
    }
    return stored;
  }

  private static @Nullable String read(Connection connection) throws SQLException {
    try (var select = new Sql(READ).prepare(connection);
        var rows = select.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
