package org.crmportal.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Transactions.Values;

/** Statements that wait for being executed together, in the order of their first ones. */
final class PutOff {

  private final Map<String, List<Values>> statements = new LinkedHashMap<>();

  void add(String sql, Values values) {
    statements.computeIfAbsent(sql, first -> new ArrayList<>()).add(values);
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  void clear() {
    statements.clear();
  }

  void execute(Connection connection) throws SQLException {
    for (var same : statements.entrySet()) {
      try (var statement = connection.prepareStatement(same.getKey())) {
        for (var values : same.getValue()) {
          values.bind(statement);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
    clear();
  }
}
