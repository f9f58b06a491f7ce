package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads records with one statement each, straight from the row into the record. */
@Component
public final class RecordsImpl implements Records {

  private final Transactions transactions;
  private final Callers callers;
  private final Scopes scopes;
  private final Cursors cursors;
  private final Tables tables;
  private final Filters filters = new Filters();

  @Activate
  public RecordsImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference KnownTypes types) {
    this.transactions = transactions;
    this.callers = callers;
    this.scopes = new Scopes(types);
    this.cursors = new Cursors(new CursorKey(transactions));
    this.tables = new Tables(transactions);
  }

  @Override
  public <T extends Record> T get(RecordType<T, ?> type, UUID id) {
    var readable = scopes.readable(type, callers.current());
    var table = tables.of(type);
    var sql = new Sql(table.select()).add(" WHERE t.id = ?::uuid", id.toString());
    sql.add(type.softDelete() ? " AND t.deleted_at IS NULL" : "").and(readable);
    return transactions.read(
        connection -> {
          try (var statement = sql.prepare(connection);
              var rows = statement.executeQuery()) {
            if (!rows.next()) {
              throw CrmException.notFound(type.name(), id);
            }
            return table.read(rows);
          }
        });
  }

  @Override
  public <T extends Record> Page<T> find(RecordType<T, ?> type, ListQuery query) {
    var caller = callers.current();
    var visible = visible(type, query, caller);
    var table = tables.of(type);
    var order = Order.of(table, query.sort());
    var where = visible.and(filters.of(table, query));
    var binding = binding(type, query, order, caller);
    var after = query.cursor() == null ? null : cursors.read(binding, query.cursor());
    var page = new PageReader<>(table, order, query.limit(), query.skip());
    var total =
        transactions.read(
            connection -> {
              page.read(connection, where, after);
              return query.count() ? count(connection, table, where) : null;
            });
    var next = page.next();
    return new Page<>(page.items(), next == null ? null : cursors.write(binding, next), total);
  }

  @Override
  public Groups groups(
      RecordType<?, ?> type, ListQuery query, String column, @Nullable String sum) {
    var visible = visible(type, query, callers.current());
    var table = tables.of(type);
    var grouping = new Grouping(table, column, sum);
    var where = visible.and(filters.of(table, query));
    return transactions.read(connection -> grouping.read(connection, where));
  }

  @Override
  public <T extends Record> void each(
      RecordType<T, ?> type, ListQuery query, Consumer<T> consumer) {
    var visible = visible(type, query, callers.current());
    var table = tables.of(type);
    var order = Order.of(table, query.sort());
    var sql = new Sql(table.select()).add(" WHERE ").add(visible);
    sql.and(filters.of(table, query)).add(order.orderBy());
    var own = !transactions.active();
    transactions.tx(
        connection -> {
          if (own) {
            readOnly(connection);
          }
          return stream(connection, sql, table, consumer);
        });
  }

  @Override
  public Set<UUID> readable(
      RecordType<?, ?> type, Collection<UUID> ids, Map<UUID, Map<String, String>> gone) {
    return new InScope(transactions, scopes).of(type, callers.current(), ids, gone);
  }

  @Override
  public void require(RecordType<?, ?> type, UUID id, String action) {
    var caller = callers.current();
    var readable = scopes.readable(type, caller);
    var permitted =
        action.equals("read")
            ? new Sql("TRUE")
            : scopes.reached(type, Scopes.scope(type, caller, action), caller);
    var sql =
        new Sql("SELECT (")
            .add(permitted)
            .add(") IS TRUE FROM " + Table.quoted(type) + " t WHERE t.id = ?::uuid", id.toString())
            .and(readable);
    var allowed =
        transactions.read(
            connection -> {
              try (var statement = sql.prepare(connection);
                  var rows = statement.executeQuery()) {
                if (!rows.next()) {
                  throw CrmException.notFound(type.name(), id);
                }
                return rows.getBoolean(1);
              }
            });
    if (!allowed) {
      throw CrmException.forbidden(type.resource() + ":" + action);
    }
  }

  /** Which records a query can find at all: those in scope that are live, or deleted. */
  private Sql visible(RecordType<?, ?> type, ListQuery query, Caller caller) {
    if (query.deleted()) {
      if (!type.softDelete()) {
        throw CrmException.badParameter("deleted", type.name() + " is never deleted softly");
      }
      return new Sql("t.deleted_at IS NOT NULL").and(scopes.deleted(type, caller));
    }
    return new Sql(type.softDelete() ? "t.deleted_at IS NULL" : "TRUE")
        .and(scopes.readable(type, caller));
  }

  /** All that a cursor is bound to; a page may have another limit than the one before. */
  private static String binding(
      RecordType<?, ?> type, ListQuery query, Order order, Caller caller) {
    return Conditions.json(
        Arrays.asList(
            type.name(),
            new TreeMap<>(query.equal()),
            query.filter(),
            query.q(),
            order.signature(),
            query.deleted(),
            caller.id()));
  }

  private static long count(Connection connection, Table<?> table, Sql where) throws SQLException {
    try (var statement = new Sql(table.count()).add(" WHERE ").add(where).prepare(connection);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void readOnly(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ ONLY");
    }
  }

  /** Reads through a cursor of the server, so that few rows are in memory at a time. */
  private static <T extends Record> int stream(
      Connection connection, Sql sql, Table<T> table, Consumer<T> consumer) throws SQLException {
    try (var statement = sql.prepare(connection)) {
      statement.setFetchSize(Sql.FETCH_SIZE);
      int read = 0;
      try (var rows = statement.executeQuery()) {
        for (; rows.next(); read++) {
          consumer.accept(table.read(rows));
        }
      }
      return read;
    }
  }
}
