package org.crmportal.journal.internal;

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

  /** Moves them; when people were last in contact follows for both records. */
  long move(UUID from, UUID into) {
    return transactions.tx(
        connection -> {
          try (var statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, into);
            statement.setString(2, type.name());
            statement.setObject(3, from);
            long moved = statement.executeUpdate();
            var rows = new ActivityRows(transactions);
            rows.lastContact(type, from);
            rows.lastContact(type, into);
            return moved;
          }
        });
  }
}
