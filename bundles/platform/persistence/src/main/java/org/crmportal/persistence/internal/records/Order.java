package org.crmportal.persistence.internal.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * The order of a result: the columns of the query, nulls last both ways, and the id, which breaks
 * ties and goes the way of the column before it.
 *
 * @param keys what it is ordered by; the last one is the id
 */
record Order(List<Key> keys) {

  private static final int MOST_COLUMNS = 8;
  private static final int COMPARED = 200;

  /**
   * One column of the order.
   *
   * @param sql what is compared: of long texts the beginning, so that a cursor stays short
   */
  record Key(Field field, String sql, String cast, boolean nullable, boolean descending) {

    /** What a later row has: more, or less if it is descending. */
    String after() {
      return descending ? "<" : ">";
    }

    String direction() {
      return descending ? " DESC" : "";
    }

    Key notNull() {
      return new Key(field, sql, cast, false, descending);
    }
  }

  static Order of(Table<?> table, List<String> sort) {
    if (sort.size() > MOST_COLUMNS) {
      throw CrmException.badParameter("sort", "has more than " + MOST_COLUMNS + " columns");
    }
    var keys = new ArrayList<Key>();
    var seen = new HashSet<String>();
    for (var word : sort.isEmpty() ? standard(table) : sort) {
      var descending = word.startsWith("-");
      var name = descending ? word.substring(1) : word;
      var field = table.find(name);
      if (field == null) {
        throw CrmException.badParameter("sort", name + " is not a field of " + table.type().name());
      }
      if (!seen.add(name)) {
        throw CrmException.badParameter("sort", "has " + name + " twice");
      }
      keys.add(key(field, descending));
      if (name.equals("id")) {
        return new Order(keys);
      }
    }
    keys.add(key(table.field("id"), keys.get(keys.size() - 1).descending()));
    return new Order(keys);
  }

  private static List<String> standard(Table<?> table) {
    return List.of(table.find("created_at") == null ? "id" : "-created_at");
  }

  private static Key key(Field field, boolean descending) {
    var sql =
        switch (field.kind()) {
          case LIST, JSON -> "left((" + field.sql() + ")::text, " + COMPARED + ")";
          case TEXT ->
              field.bounded() ? field.sql() : "left(" + field.sql() + ", " + COMPARED + ")";
          default -> field.sql();
        };
    var cast = field.kind() == Kind.LIST || field.kind() == Kind.JSON ? "text" : field.cast();
    return new Key(field, sql, cast, field.nullable(), descending);
  }

  Key first() {
    return keys.get(0);
  }

  /** The same order among rows whose first column is not null. */
  Order firstPresent() {
    var others = new ArrayList<>(keys);
    others.set(0, first().notNull());
    return new Order(others);
  }

  /** The order among rows whose first column is null. */
  Order rest() {
    return new Order(keys.subList(1, keys.size()));
  }

  /** Two queries with equal signatures are ordered alike. */
  String signature() {
    return keys.stream()
        .map(key -> key.field().name() + key.direction() + " " + key.cast())
        .collect(Collectors.joining(","));
  }

  /** The clause. PostgreSQL takes nulls for the largest values; an index has them so, too. */
  String orderBy() {
    return keys.stream()
        .map(
            key ->
                key.sql()
                    + key.direction()
                    + (key.nullable() && key.descending() ? " NULLS LAST" : ""))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  /** The condition on the rows behind the one that has these values. */
  Sql after(List<@Nullable String> values) {
    var uniform =
        keys.stream().noneMatch(Key::nullable)
            && keys.stream().map(Key::descending).distinct().count() == 1;
    return uniform ? rowwise(values) : after(0, values);
  }

  /** One comparison of whole rows, which is a range of an index. */
  private Sql rowwise(List<@Nullable String> values) {
    var columns = keys.stream().map(Key::sql).collect(Collectors.joining(", ", "(", ")"));
    var parameters =
        keys.stream().map(k -> "?::" + k.cast()).collect(Collectors.joining(", ", "(", ")"));
    return new Sql(
        columns + " " + first().after() + " " + parameters, values.toArray(String[]::new));
  }

  private Sql after(int index, List<@Nullable String> values) {
    var key = keys.get(index);
    var value = values.get(index);
    var parameter = " ?::" + key.cast();
    if (index == keys.size() - 1) {
      return new Sql(key.sql() + " " + key.after() + parameter, value);
    }
    var tied = after(index + 1, values);
    if (value == null) {
      return new Sql("(" + key.sql() + " IS NULL AND ").add(tied).add(")");
    }
    var sql = new Sql("(" + key.sql() + " " + key.after() + parameter, value);
    if (key.nullable()) {
      sql.add(" OR " + key.sql() + " IS NULL");
    }
    sql.add(" OR (" + key.sql() + " =" + parameter + " AND ", value).add(tied).add("))");
    // The bound says nothing new, but it is one that an index understands.
    return key.nullable()
        ? sql
        : new Sql("(" + key.sql() + " " + key.after() + "=" + parameter + " AND ", value)
            .add(sql)
            .add(")");
  }
}
