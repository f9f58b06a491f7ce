package org.crmportal.persistence.internal.duplicates;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** How a row of a table is compared with the features that are sought. */
final class Conditions {

  /** By what a record can be the same, in the order of the columns that say so. */
  static final List<String> NAMES = List.of("email", "phone", "company");

  private final RecordType<?, ?> type;
  private final Map<String, String> conditions = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();

  Conditions(RecordType<?, ?> type, Features features) {
    this.type = type;
    var identity = type.identity().orElseThrow();
    add("email", "lower(t." + identity.email() + ") = ?", features.email());
    add("phone", "t.phone_digits = ?", features.phone());
    if (identity.company() != null) {
      add("company", company(identity, features), features.company());
      if (identity.country() != null && features.company() != null && features.country() != null) {
        parameters.add(features.country());
      }
    }
  }

  private void add(String name, String condition, @Nullable String value) {
    if (value != null) {
      conditions.put(name, condition);
      parameters.add(value);
    }
  }

  /** A company without a country may be in any. */
  private static String company(RecordType.Identity identity, Features features) {
    var name = "crm_search(t." + identity.company() + ") = ?";
    if (identity.country() == null || features.country() == null) {
      return name;
    }
    return "(%s and coalesce(crm_search(t.%s), '') in ('', ?))".formatted(name, identity.country());
  }

  boolean none() {
    return conditions.isEmpty();
  }

  RecordType<?, ?> type() {
    return type;
  }

  /**
   * The statement: a number that tells the type, the id, the owner and by what it is the same.
   *
   * @param number what the rows of this type begin with
   */
  String sql(int number, int limit) {
    var owner = type.owners().isEmpty() ? "null::uuid" : owner();
    var sql = new StringBuilder(400).append("select ").append(number).append(", t.id, ");
    sql.append(owner);
    for (var name : NAMES) {
      sql.append(", (").append(conditions.getOrDefault(name, "false")).append(") is true");
    }
    sql.append(" from ").append(type.table()).append(" t where (");
    sql.append(String.join(" or ", conditions.values()));
    sql.append(") and not t.id = any (?)");
    sql.append(type.softDelete() ? " and t.deleted_at is null" : "");
    return sql.append(" order by t.id limit ").append(limit).toString();
  }

  private String owner() {
    return type.owners().stream()
        .map(column -> "t." + column)
        .collect(Collectors.joining(", ", "coalesce(", ")"));
  }

  /** Sets the parameters from a position on and gives that of the next one. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    for (int twice = 0; twice < 2; twice++) {
      for (var parameter : parameters) {
        statement.setString(next++, parameter);
      }
    }
    return next;
  }
}
