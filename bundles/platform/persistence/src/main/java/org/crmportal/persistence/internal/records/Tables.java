package org.crmportal.persistence.internal.records;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;

/** Keeps the table of each type; a module that was updated brings a new type of the same name. */
final class Tables {

  private final Transactions transactions;
  private final Map<String, Table<?>> tables = new ConcurrentHashMap<>();

  Tables(Transactions transactions) {
    this.transactions = transactions;
  }

  <T extends Record> Table<T> of(RecordType<T, ?> type) {
    var known = tables.get(type.name());
    if (known != null && known.type() == type) {
      @SuppressWarnings("unchecked")
      var same = (Table<T>) known;
      return same;
    }
    var table = transactions.read(connection -> Table.of(type, connection));
    tables.put(type.name(), table);
    return table;
  }
}
