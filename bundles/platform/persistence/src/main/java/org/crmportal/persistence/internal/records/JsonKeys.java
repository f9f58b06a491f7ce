package org.crmportal.persistence.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;

/**
 * The conditions that a query can put on a key of a JSON column, e.g. {@code metadata.region}. A
 * value that looks like a number or a truth value means the JSON text and the JSON number alike.
 *
 * @param sql the column's expression
 * @param name how the query calls the key
 * @param key the key
 */
record JsonKeys(String sql, String name, String key) {

  private static final int MOST_VALUES = 100;

  JsonKeys {
    if (key.isEmpty() || !Checks.storable(key)) {
      throw CrmException.badParameter(name, "is no key");
    }
  }

  /** The key has one of the values; written so that a GIN index on the column is used. */
  Sql in(List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw CrmException.badParameter(name, "has more than " + MOST_VALUES + " values");
    }
    var ways = new ArrayList<Sql>();
    for (var value : values) {
      if (value.equals("null")) {
        ways.add(new Sql("(" + sql + " ->> ?::text) IS NULL", key));
        continue;
      }
      ways.add(new Sql(sql + " @> ?::jsonb", Conditions.json(Map.of(key, storable(value)))));
      if (isBoolean(value) || isNumber(value)) {
        var number = isBoolean(value) ? value : Values.decimal(value);
        var json = "{" + Conditions.json(key) + ":" + number + "}";
        ways.add(new Sql(sql + " @> ?::jsonb", json));
      }
    }
    return Sql.any(ways);
  }

  /** The key is less or more than a value: as a number if the value is one, as text otherwise. */
  Sql compared(String operator, String value) {
    if (isNumber(value)) {
      return new Sql(
          "CASE WHEN jsonb_typeof("
              + sql
              + " -> ?::text) = 'number' THEN ("
              + sql
              + " ->> ?::text)::numeric "
              + operator
              + " ?::numeric END",
          key,
          key,
          Values.decimal(value));
    }
    return new Sql("(" + sql + " ->> ?::text) " + operator + " ?::text", key, storable(value));
  }

  /** The key's text is like a pattern with {@code *} for any characters. */
  Sql like(String pattern) {
    return new Sql(
        "(" + sql + " ->> ?::text) LIKE ?::text", key, Conditions.wildcards(storable(pattern)));
  }

  private String storable(String value) {
    if (!Checks.storable(value)) {
      throw CrmException.badParameter(name, "contains a character that cannot be stored");
    }
    return value;
  }

  private static boolean isBoolean(String value) {
    return value.equals("true") || value.equals("false");
  }

  private static boolean isNumber(String value) {
    try {
      Values.decimal(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
