package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL text and the values of its parameters. The text is made of constants and of names from record
 * types only. Every value travels as text of unknown type, which the server reads as what the place
 * of the parameter needs.
 */
final class Sql {

  static final int FETCH_SIZE = 200;

  private final StringBuilder text;
  private final List<@Nullable String> values = new ArrayList<>();

  Sql(String text, @Nullable String... values) {
    this.text = new StringBuilder(text);
    bind(values);
  }

  Sql add(String more, @Nullable String... moreValues) {
    text.append(more);
    bind(moreValues);
    return this;
  }

  Sql add(Sql more) {
    text.append(more.text);
    values.addAll(more.values);
    return this;
  }

  Sql and(Sql condition) {
    return add(" AND ").add(condition);
  }

  /** Any of the conditions, in parentheses; none of them is never true. */
  static Sql any(Collection<Sql> conditions) {
    return joined(conditions, " OR ", "FALSE");
  }

  /** All of the conditions, in parentheses; none of them is always true. */
  static Sql all(Collection<Sql> conditions) {
    return joined(conditions, " AND ", "TRUE");
  }

  private static Sql joined(Collection<Sql> conditions, String word, String none) {
    if (conditions.isEmpty()) {
      return new Sql(none);
    }
    var sql = new Sql("(");
    var separator = "";
    for (var condition : conditions) {
      sql.add(separator).add(condition);
      separator = word;
    }
    return sql.add(")");
  }

  /** Values as the text of a PostgreSQL array. */
  static String array(Collection<?> elements) {
    var array = new StringBuilder("{");
    for (var element : elements) {
      array.append(array.length() > 1 ? ",\"" : "\"");
      array.append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""));
      array.append('"');
    }
    return array.append('}').toString();
  }

  /** Prepares the statement; the caller closes it. */
  PreparedStatement prepare(Connection connection) throws SQLException {
    var statement = connection.prepareStatement(text.toString());
    try {
      int index = 1;
      for (var value : values) {
        statement.setObject(index++, value, Types.OTHER);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private void bind(@Nullable String... more) {
    for (var value : more) {
      values.add(value);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
