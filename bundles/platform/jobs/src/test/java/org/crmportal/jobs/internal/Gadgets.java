package org.crmportal.jobs.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** Keeps gadgets; one named Boom is a defect. */
final class Gadgets implements RecordService<Gadget, NewGadget> {

  private static final String FIELDS =
      " name = ?, email = ?, colour = ?, price = ?, stock = ?, hidden = ?, built = ?,"
          + " assigned_to = ?, metadata = ?::jsonb";

  private static final String INSERT =
      "INSERT INTO gadgets (id, created_at, created_by, name, email, colour, price, stock,"
          + " hidden, built, assigned_to, metadata)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

  private final Transactions transactions;
  private final Callers callers;
  private final Records records;

  Gadgets(Transactions transactions, Callers callers, Records records) {
    this.transactions = transactions;
    this.callers = callers;
    this.records = records;
  }

  @Override
  public RecordType<Gadget, NewGadget> type() {
    return Gadget.TYPE;
  }

  @Override
  public Gadget get(UUID id) {
    return records.get(Gadget.TYPE, id);
  }

  @Override
  public Page<Gadget> find(ListQuery query) {
    return records.find(Gadget.TYPE, query);
  }

  @Override
  public Gadget create(NewGadget draft, Creation how) {
    if (!callers.current().may("gadgets:create")) {
      throw CrmException.forbidden("gadgets:create");
    }
    if (draft.name().equals("Boom")) {
      throw new IllegalStateException("a secret of the inside");
    }
    var id = UUID.randomUUID();
    var created = (Instant) how.history().getOrDefault("created_at", Instant.now());
    var by = callers.current().id();
    Transactions.Values values =
        insert -> {
          insert.setObject(1, id);
          insert.setTimestamp(2, Timestamp.from(created));
          insert.setObject(3, by);
          bind(insert, 4, draft);
        };
    if (!transactions.later(INSERT, values)) {
      transactions.tx(connection -> insert(connection, values));
    }
    return new Gadget(
        id,
        0,
        draft.name(),
        draft.email(),
        draft.colour(),
        draft.price(),
        draft.stock(),
        draft.hidden(),
        draft.built(),
        draft.assignedTo(),
        draft.metadata(),
        by,
        created);
  }

  private static int insert(Connection connection, Transactions.Values values) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      values.bind(insert);
      return insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int first, NewGadget draft)
      throws SQLException {
    var colour = draft.colour() == null ? null : draft.colour().name().toLowerCase(Locale.ROOT);
    Object[] values = {
      draft.name(),
      draft.email(),
      colour,
      draft.price(),
      draft.stock(),
      draft.hidden(),
      draft.built(),
      draft.assignedTo(),
      Json.write(draft.metadata())
    };
    for (int i = 0; i < values.length; i++) {
      statement.setObject(first + i, values[i]);
    }
  }

  @Override
  public Gadget update(UUID id, @Nullable Long version, Function<Gadget, NewGadget> change) {
    return transactions.tx(
        connection -> {
          var draft = change.apply(get(id));
          var sql = "UPDATE gadgets SET version = version + 1," + FIELDS + " WHERE id = ?";
          try (var update = connection.prepareStatement(sql)) {
            bind(update, 1, draft);
            update.setObject(10, id);
            update.executeUpdate();
          }
          return get(id);
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    throw CrmException.forbidden("gadgets:delete");
  }

  @Override
  public Gadget restore(UUID id) {
    throw CrmException.forbidden("gadgets:delete");
  }
}
