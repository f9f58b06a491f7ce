package org.crmportal.persistence.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.crmportal.persistence.internal.records.Fiql.Comparison;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.ListQuery;

/** Makes the condition of a query: its equalities, its FIQL and its search. */
final class Filters {

  private final Fiql fiql = new Fiql();

  /**
   * The condition of a query on the rows of a table.
   *
   * @throws CrmException {@code BAD_REQUEST} for an unknown column or an impossible value
   */
  Sql of(Table<?> table, ListQuery query) {
    var parts = new ArrayList<Sql>();
    for (var equality : new TreeMap<>(query.equal()).entrySet()) {
      parts.add(in(table, equality.getKey(), equality.getValue()));
    }
    if (query.filter() != null) {
      parts.add(fiql.read(query.filter(), comparison -> compared(table, comparison)));
    }
    if (query.q() != null) {
      parts.add(Search.of(table, query.q()));
    }
    return Sql.all(parts);
  }

  private static Sql in(Table<?> table, String name, List<String> values) {
    return isKey(table, name)
        ? key(table, name).in(values)
        : Conditions.in(table.field(name), values);
  }

  private static Sql compared(Table<?> table, Comparison comparison) {
    var name = comparison.selector();
    var arguments = comparison.arguments();
    var literal = arguments.stream().map(Conditions::unescaped).toList();
    return switch (comparison.operator()) {
      case "==" -> like(table, name, arguments.get(0));
      case "!=" -> Conditions.not(like(table, name, arguments.get(0)));
      case "=in=" -> in(table, name, arguments);
      case "=out=" -> Conditions.not(in(table, name, arguments));
      case "=lt=" -> ordered(table, name, "<", literal.get(0));
      case "=le=" -> ordered(table, name, "<=", literal.get(0));
      case "=gt=" -> ordered(table, name, ">", literal.get(0));
      default -> ordered(table, name, ">=", literal.get(0));
    };
  }

  private static Sql like(Table<?> table, String name, String value) {
    if (Conditions.hasWildcard(value)) {
      if (isKey(table, name)) {
        return key(table, name).like(value);
      }
      if (table.field(name).kind() == Kind.TEXT) {
        return Conditions.like(table.field(name), value);
      }
    }
    return in(table, name, List.of(Conditions.unescaped(value)));
  }

  private static Sql ordered(Table<?> table, String name, String operator, String value) {
    return isKey(table, name)
        ? key(table, name).compared(operator, value)
        : Conditions.compared(table.field(name), operator, value);
  }

  private static boolean isKey(Table<?> table, String name) {
    int dot = name.indexOf('.');
    var column = dot > 0 ? table.find(name.substring(0, dot)) : null;
    return column != null && column.kind() == Kind.JSON;
  }

  private static JsonKeys key(Table<?> table, String name) {
    int dot = name.indexOf('.');
    return new JsonKeys(table.field(name.substring(0, dot)).sql(), name, name.substring(dot + 1));
  }
}
