package org.crmportal.operations.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts what a module leaves in the database. */
@Component(service = KeptRecords.class)
public final class KeptRecords {

  private final RecordTypes types;
  private final Transactions transactions;

  @Activate
  public KeptRecords(@Reference RecordTypes types, @Reference Transactions transactions) {
    this.types = types;
    this.transactions = transactions;
  }

  /** The live records of a running module, by their table. */
  SortedMap<String, Long> of(String module) {
    return transactions.read(
        connection -> {
          var kept = new TreeMap<String, Long>();
          for (var service : types.all()) {
            if (service.type().module().equals(module)) {
              kept.put(service.type().table(), count(connection, service.type()));
            }
          }
          return kept;
        });
  }

  private static long count(Connection connection, RecordType<?, ?> type) throws SQLException {
    var live = type.softDelete() ? " where deleted_at is null" : "";
    try (var statement =
            connection.prepareStatement("select count(*) from " + type.table() + live);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
