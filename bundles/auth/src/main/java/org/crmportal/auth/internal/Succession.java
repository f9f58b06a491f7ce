package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.crmportal.auth.User;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passes the live records of somebody who leaves, of every type that runs, to somebody else. */
@Component(service = Succession.class)
public final class Succession {

  private static final String ACTIVE =
      "select id from users where id = ? and is_active and deleted_at is null";

  private final Transactions transactions;
  private final RecordTypes types;
  private final Records records;
  private final Callers callers;
  private final Journal journal;

  @Activate
  public Succession(
      @Reference Transactions transactions,
      @Reference RecordTypes types,
      @Reference Records records,
      @Reference Callers callers,
      @Reference Journal journal) {
    this.transactions = transactions;
    this.types = types;
    this.records = records;
    this.callers = callers;
    this.journal = journal;
  }

  /**
   * Passes everything on, in the running transaction.
   *
   * @throws CrmException {@code CONFLICT} with the counts if there is something and nobody to get
   *     it, {@code INVALID} if the successor is not an active user
   */
  void pass(User from, @Nullable UUID to) {
    if (to != null) {
      demandSuccessor(from.id(), to);
    }
    var counts = new LinkedHashMap<String, Long>();
    for (var service : types.all()) {
      if (service.type() != User.TYPE) {
        long owned = pass(service, from.id(), to);
        if (owned > 0) {
          counts.put(service.type().table(), owned);
        }
      }
    }
    if (to == null && !counts.isEmpty()) {
      throw CrmException.dependants("user", counts);
    }
  }

  private <T extends Record> long pass(RecordService<T, ?> service, UUID from, @Nullable UUID to) {
    var type = service.type();
    long owned = 0;
    for (var column : Ownership.columns(type)) {
      var ids = transactions.tx(connection -> owned(connection, type, column, from));
      owned += ids.size();
      if (to != null && !ids.isEmpty()) {
        move(type, column, ids, to);
      }
    }
    return owned;
  }

  private <T extends Record> void move(
      RecordType<T, ?> type, Ownership column, List<UUID> ids, UUID to) {
    var before = new ArrayList<T>();
    ids.forEach(id -> before.add(read(type, id)));
    transactions.tx(
        connection -> new Sql(column.move(type), to, ids.toArray(UUID[]::new)).run(connection));
    for (var record : before) {
      journal.changed(type, record, read(type, type.id(record)), Entry.of("reassigned"));
    }
  }

  /** Reads as the system: whoever may delete the user need not see all that is theirs. */
  private <T extends Record> T read(RecordType<T, ?> type, UUID id) {
    return callers.call(callers.system("auth"), () -> records.get(type, id));
  }

  private static List<UUID> owned(
      Connection connection, RecordType<?, ?> type, Ownership column, UUID user)
      throws SQLException {
    return new Sql(column.find(type), user).list(connection, row -> Sql.id(row, "id"));
  }

  private void demandSuccessor(UUID from, UUID to) {
    var active = transactions.tx(connection -> new Sql(ACTIVE, to).first(connection, row -> to));
    if (active.isEmpty() || to.equals(from)) {
      throw CrmException.invalid("reassign_to", "unknown", "must be another active user");
    }
  }
}
