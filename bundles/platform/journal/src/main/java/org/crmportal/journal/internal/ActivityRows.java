package org.crmportal.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.NewActivity;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The statements for activities that people write. */
final class ActivityRows {

  private static final String INSERT =
      "insert into activities (entity_type, entity_id, user_id, action, description, due_date,"
          + " owner_id, metadata, created_at, updated_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?) returning id";
  private static final String UPDATE =
      "update activities set action = ?, description = ?, due_date = ?, owner_id = ?,"
          + " done_at = case when ?::date is null then null else done_at end,"
          + " version = version + 1, updated_at = ? where id = ?";
  private static final String DONE =
      "update activities set done_at = ?, version = version + 1, updated_at = ? where id = ?";

  /** A planned call is a contact when it is done. */
  private static final String LAST_CONTACT =
      "(select max(case when due_date is null then created_at else done_at end) from activities"
          + " where entity_type = ? and entity_id = ? and action in ('call', 'meeting', 'email'))";

  private final Transactions transactions;

  ActivityRows(Transactions transactions) {
    this.transactions = transactions;
  }

  UUID insert(NewActivity draft, @Nullable UUID author, Instant created, Instant now) {
    return transactions.tx(
        connection -> {
          try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, draft.entityType());
            insert.setObject(2, draft.entityId());
            insert.setObject(3, author);
            insert.setString(4, draft.action());
            insert.setString(5, draft.description());
            insert.setObject(6, draft.dueDate());
            insert.setObject(7, draft.ownerId());
            insert.setObject(8, JournalRows.utc(created));
            insert.setObject(9, JournalRows.utc(now));
            try (var rows = insert.executeQuery()) {
              rows.next();
              return rows.getObject(1, UUID.class);
            }
          }
        });
  }

  void update(UUID id, NewActivity draft) {
    execute(
        UPDATE,
        draft.action(),
        draft.description(),
        draft.dueDate(),
        draft.ownerId(),
        draft.dueDate(),
        JournalRows.utc(Instant.now()),
        id);
  }

  void done(UUID id) {
    var now = JournalRows.utc(Instant.now());
    execute(DONE, now, now, id);
  }

  void delete(UUID id) {
    execute("delete from activities where id = ?", id);
  }

  /** Waits until nobody else changes the activity. */
  void lock(UUID id) {
    execute("select from activities where id = ? for update", id);
  }

  /** Computes anew when people were last in contact; the record's version stays as it is. */
  void lastContact(RecordType<?, ?> type, UUID id) {
    type.lastContact()
        .ifPresent(
            column -> {
              var table = identifier(type.table());
              execute("select from " + table + " where id = ? for no key update", id);
              execute(
                  "update "
                      + table
                      + " set "
                      + identifier(column)
                      + " = "
                      + LAST_CONTACT
                      + " where id = ?",
                  type.name(),
                  id,
                  id);
            });
  }

  private void execute(String sql, @Nullable Object... values) {
    transactions.tx(connection -> execute(connection, sql, values));
  }

  private static boolean execute(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.execute();
    }
  }

  private static String identifier(String name) {
    if (!name.matches("[a-z_][a-z0-9_]*")) {
      throw new IllegalArgumentException(name + " is no name of a table or column");
    }
    return name;
  }
}
