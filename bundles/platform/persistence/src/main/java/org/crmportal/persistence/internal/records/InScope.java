package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;

/** Finds out which of many records a caller may read, with one statement at most. */
final class InScope {

  private final Transactions transactions;
  private final Scopes scopes;

  InScope(Transactions transactions, Scopes scopes) {
    this.transactions = transactions;
    this.scopes = scopes;
  }

  Set<UUID> of(
      RecordType<?, ?> type,
      Caller caller,
      Collection<UUID> ids,
      Map<UUID, Map<String, String>> gone) {
    var all = new HashSet<>(ids);
    all.addAll(gone.keySet());
    var scope = Scopes.scope(type, caller, "read");
    boolean own = type.anyParent().isEmpty();
    if (all.isEmpty() || (own && scope == Scope.NONE)) {
      return Set.of();
    }
    if (own && scope == Scope.ALL) {
      return all;
    }
    var sql = question(type, scopes.readable(type, caller), ids, gone);
    return transactions.read(connection -> ids(connection, sql));
  }

  /** The same condition over the rows that are there, and over rows made of what is known. */
  private static Sql question(
      RecordType<?, ?> type,
      Sql readable,
      Collection<UUID> ids,
      Map<UUID, Map<String, String>> gone) {
    var table = Table.quoted(type);
    var sql = new Sql("SELECT t.id FROM " + table + " t WHERE t.id = ANY(?::uuid[])");
    sql.add("", Sql.array(ids)).and(readable);
    if (gone.isEmpty()) {
      return sql;
    }
    var rows = new ArrayList<Map<String, String>>();
    gone.forEach(
        (id, columns) -> {
          var row = new LinkedHashMap<>(columns);
          row.put("id", id.toString());
          rows.add(row);
        });
    return sql.add(" UNION ALL SELECT t.id FROM jsonb_populate_recordset(NULL::" + table)
        .add(", ?::jsonb) t WHERE TRUE", Conditions.json(rows))
        .and(readable);
  }

  private static Set<UUID> ids(Connection connection, Sql sql) throws SQLException {
    var found = new HashSet<UUID>();
    try (var statement = sql.prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
    }
    return found;
  }
}
