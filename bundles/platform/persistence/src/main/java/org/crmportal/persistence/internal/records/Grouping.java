package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.Groups.Group;
import org.jspecify.annotations.Nullable;

/** Counts rows by the values of a column, with one statement. */
final class Grouping {

  /** What has few values, or at least values that recur. */
  private static final Set<Kind> GROUPED =
      EnumSet.of(Kind.TEXT, Kind.ENUM, Kind.INTEGER, Kind.BOOLEAN, Kind.ID, Kind.DATE);

  private static final Set<Kind> SUMMED = EnumSet.of(Kind.INTEGER, Kind.LONG, Kind.DECIMAL);

  private final Table<?> table;
  private final Field by;
  private final @Nullable Field sum;

  /**
   * Names the columns.
   *
   * @throws CrmException {@code BAD_REQUEST} if there is none of a name, or it is of no use here
   */
  Grouping(Table<?> table, String by, @Nullable String sum) {
    this.table = table;
    this.by = field(table, "group_by", by, GROUPED);
    this.sum = sum == null ? null : field(table, "sum", sum, SUMMED);
  }

  private static Field field(Table<?> table, String parameter, String name, Set<Kind> kinds) {
    var field = table.find(name);
    if (field == null) {
      throw CrmException.badParameter(
          parameter, name + " is not a field of " + table.type().name());
    }
    if (!kinds.contains(field.kind())) {
      throw CrmException.badParameter(parameter, name + " cannot be used for this");
    }
    return field;
  }

  Groups read(Connection connection, Sql where) throws SQLException {
    var sql =
        new Sql("SELECT " + by.sql() + " AS value, count(*), ")
            .add(sum == null ? "NULL" : "coalesce(sum(" + sum.sql() + "), 0)")
            .add(table.from() + " WHERE ")
            .add(where)
            .add(" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + (Groups.MOST + 1));
    var cell = Cell.of(by);
    var found = new ArrayList<Group>();
    try (var statement = sql.prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var value = cell.read(rows, 1);
        // A primitive component may yet be computed of nothing.
        var known = rows.wasNull() ? null : value;
        found.add(new Group(known, rows.getLong(2), rows.getBigDecimal(3)));
      }
    }
    boolean complete = found.size() <= Groups.MOST;
    return new Groups(complete ? found : found.subList(0, Groups.MOST), complete);
  }
}
