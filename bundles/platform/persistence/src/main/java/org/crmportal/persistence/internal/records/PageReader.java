package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a table. Where the first column of the order may be null, the rows that have it
 * and those that lack it are read one after the other, each in the order of an index.
 */
final class PageReader<T extends Record> {

  private final Table<T> table;
  private final Order order;
  private final int limit;
  private final int skip;
  private final List<String> extra = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<T> items = new ArrayList<>();
  private @Nullable List<@Nullable String> last;
  private boolean more;

  PageReader(Table<T> table, Order order, int limit, int skip) {
    this.table = table;
    this.order = order;
    this.limit = limit;
    this.skip = skip;
    for (var key : order.keys()) {
      places.add(place(key));
    }
  }

  /** Where in the row a value of the order stands: mostly it is one of the record's anyway. */
  private int place(Order.Key key) {
    if (key.sql().equals(key.field().sql())) {
      return table.place(key.field());
    }
    extra.add(key.sql());
    return table.width() + extra.size();
  }

  /**
   * Reads the page.
   *
   * @param where which rows belong to the result
   * @param after the values of the row before the page, or null for the first page
   */
  void read(Connection connection, Sql where, @Nullable List<@Nullable String> after)
      throws SQLException {
    if (!order.first().nullable()) {
      run(connection, where, order, after, skip);
      return;
    }
    var column = order.first().sql();
    var present = new Sql("").add(where).add(" AND " + column + " IS NOT NULL");
    if (after == null || after.get(0) != null) {
      run(connection, present, order.firstPresent(), after, skip);
    }
    if (!more) {
      var missing = new Sql("").add(where).add(" AND " + column + " IS NULL");
      var within = after != null && after.get(0) == null;
      var behind = skip > 0 && items.isEmpty() ? Math.max(0, skip - count(connection, present)) : 0;
      var from = within ? after.subList(1, after.size()) : null;
      run(connection, missing, order.rest(), from, behind);
    }
  }

  private long count(Connection connection, Sql where) throws SQLException {
    try (var statement = new Sql(table.count()).add(" WHERE ").add(where).prepare(connection);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The rows that belong to the page, in its order. */
  private Sql page(Sql where, Order by, @Nullable List<@Nullable String> after, long offset) {
    var rows = new Sql("").add(where);
    if (after != null) {
      rows.and(by.after(after));
    }
    // A constant: the planner guesses badly at a limit that it does not see.
    rows.add(by.orderBy()).add(" LIMIT " + (limit + 1));
    if (offset == 0) {
      return rows;
    }
    // Only the ids of what is skipped are read and sorted, not the rows.
    var id = table.field("id").sql();
    return new Sql(id + " IN (SELECT " + id + table.from() + " WHERE ")
        .add(rows)
        .add(" OFFSET " + offset + ")" + by.orderBy());
  }

  private void run(
      Connection connection,
      Sql where,
      Order by,
      @Nullable List<@Nullable String> after,
      long offset)
      throws SQLException {
    var page = page(where, by, after, offset);
    var sql = new Sql(table.select(extra)).add(" WHERE ").add(page);
    try (var statement = sql.prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        if (items.size() == limit) {
          more = true;
          return;
        }
        items.add(table.read(rows));
        if (items.size() == limit) {
          last = keys(rows);
        }
      }
    }
  }

  private List<@Nullable String> keys(ResultSet row) throws SQLException {
    var values = new ArrayList<@Nullable String>();
    for (var place : places) {
      values.add(row.getString(place));
    }
    return values;
  }

  List<T> items() {
    return items;
  }

  /** The values of the page's last row if another page follows, or null. */
  @Nullable List<@Nullable String> next() {
    return more ? last : null;
  }
}
