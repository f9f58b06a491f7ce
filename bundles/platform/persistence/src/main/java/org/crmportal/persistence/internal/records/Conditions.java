package org.crmportal.persistence.internal.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.crmportal.platform.CrmException;

/** The conditions that a query can put on a column. Each is true where it holds. */
final class Conditions {

  private static final int MOST_VALUES = 1_000;

  private Conditions() {}

  /** The column has one of the values; {@code null} stands for none. */
  static Sql in(Field field, List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw CrmException.badParameter(field.name(), "has more than " + MOST_VALUES + " values");
    }
    var present =
        values.stream().filter(v -> !v.equals("null")).map(v -> Values.checked(field, v)).toList();
    var ways = new ArrayList<Sql>();
    if (present.size() < values.size()) {
      ways.add(new Sql(field.sql() + " IS NULL"));
    }
    if (field.kind() == Kind.LIST) {
      present.forEach(value -> ways.add(contains(field, value)));
    } else if (present.size() == 1) {
      ways.add(new Sql(field.sql() + " = " + field.parameter(), present.get(0)));
    } else if (!present.isEmpty()) {
      ways.add(new Sql(field.sql() + " = ANY(" + field.parameters() + ")", Sql.array(present)));
    }
    return Sql.any(ways);
  }

  /** The column is less or more than a value. */
  static Sql compared(Field field, String operator, String value) {
    if (!field.kind().ordered()) {
      throw CrmException.badParameter(field.name(), "has no order, only == and !=");
    }
    return new Sql(
        field.sql() + " " + operator + " " + field.parameter(), Values.checked(field, value));
  }

  /** The text column is like a pattern with {@code *} for any characters. */
  static Sql like(Field field, String pattern) {
    return new Sql(field.sql() + " LIKE ?::text", wildcards(Values.checked(field, pattern)));
  }

  /** The condition does not hold, be it that the column is null. */
  static Sql not(Sql condition) {
    return new Sql("(").add(condition).add(") IS NOT TRUE");
  }

  /** Whether a value has a {@code *} that is not escaped with a backslash. */
  static boolean hasWildcard(String value) {
    return value.replace("\\*", "").indexOf('*') >= 0;
  }

  /** A value that has no wildcard, as it was meant. */
  static String unescaped(String value) {
    return value.replace("\\*", "*");
  }

  /** A pattern of {@code *} as one of LIKE. */
  static String wildcards(String pattern) {
    var like = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        like.append('*');
        i++;
      } else if (c == '*') {
        like.append('%');
      } else if (c == '%' || c == '_' || c == '\\') {
        like.append('\\').append(c);
      } else {
        like.append(c);
      }
    }
    return like.toString();
  }

  private static Sql contains(Field field, String value) {
    if (field.array()) {
      return new Sql(field.sql() + " @> " + field.parameters(), Sql.array(List.of(value)));
    }
    var element = Kind.element(field.column().generic());
    var json =
        switch (Kind.of(element, element)) {
          case INTEGER, LONG, DECIMAL, BOOLEAN -> "[" + value + "]";
          default -> json(List.of(value));
        };
    return new Sql(field.sql() + " @> ?::jsonb", json);
  }

  /** A value as JSON text. */
  static String json(Object value) {
    try {
      return Cell.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
