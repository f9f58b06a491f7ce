package org.crmportal.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;

/** All activities of one record at once. */
final class Timeline {

  private static final String COUNT =
      "select count(*) from activities where entity_type = ? and entity_id = ?";
  private static final String MOVE =
      "update activities set entity_id = ? where entity_type = ? and entity_id = ?";

  private final Transactions transactions;
  private final RecordType<?, ?> type;

  Timeline(Transactions transactions, RecordType<?, ?> type) {
    this.transactions = transactions;
    this.type = type;
  }

  long count(UUID id) {
    return transactions.read(
        connection -> {
          try (var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, type.name());
            statement.setObject(2, id);
            try (var rows = statement.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  /** Moves them, and with them the time of the last contact. */
  long move(UUID from, UUID into) {
    return transactions.tx(
        connection -> {
          if (type.lastContact().isPresent()) {
            contact(connection, type.lastContact().get(), from, into);
          }
          try (var statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, into);
            statement.setString(2, type.name());
            statement.setObject(3, from);
            return (long) statement.executeUpdate();
          }
        });
  }

  private void contact(Connection connection, String column, UUID from, UUID into)
      throws SQLException {
    var sql =
        "update %1$s t set %2$s = greatest(t.%2$s, f.%2$s) from %1$s f where t.id = ? and f.id = ?"
            .formatted(type.table(), column);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, into);
      statement.setObject(2, from);
      statement.executeUpdate();
    }
  }
}
