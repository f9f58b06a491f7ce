package org.crmportal.persistence.internal.duplicates;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The statements on one connection that look for records of the same features. */
final class Search {

  private static final String NORMALISE =
      "select lower(?::text), crm_phone(?), crm_search(?), crm_search(?)";
  // In one order for all, so that two who want the same two do not wait for each other for ever.
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(key, 0))"
          + " from (select distinct key from unnest(?::text[]) key order by key) keys";
  private static final int MOST = 20;

  private final Connection connection;

  Search(Connection connection) {
    this.connection = connection;
  }

  /** The features as the tables keep them for comparison. */
  Features normalised(Features features) throws SQLException {
    try (var statement = connection.prepareStatement(NORMALISE)) {
      statement.setString(1, features.email());
      statement.setString(2, features.phone());
      statement.setString(3, features.company());
      statement.setString(4, features.country());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return new Features(
            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
      }
    }
  }

  /** Waits until no other transaction keeps a record of one of these features. */
  void lock(Features features) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, connection.createArrayOf("text", features.locks().toArray()));
      statement.execute();
    }
  }

  /** The live records of a type that have one of the normalised features. */
  List<Match> matches(RecordType<?, ?> type, Features features, Set<UUID> ignoring)
      throws SQLException {
    var conditions = new Conditions(type, features);
    if (conditions.none()) {
      return List.of();
    }
    try (var statement = connection.prepareStatement(conditions.sql(MOST))) {
      int next = conditions.bind(statement);
      statement.setArray(next, connection.createArrayOf("uuid", ignoring.toArray()));
      return read(statement, conditions.names());
    }
  }

  private static List<Match> read(PreparedStatement statement, List<String> names)
      throws SQLException {
    var matches = new ArrayList<Match>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        matches.add(new Match(uuid(rows, 1), by(rows, names), optionalUuid(rows, 2)));
      }
    }
    return matches;
  }

  private static List<String> by(ResultSet rows, List<String> names) throws SQLException {
    var by = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      if (rows.getBoolean(3 + i)) {
        by.add(names.get(i));
      }
    }
    return List.copyOf(by);
  }

  private static UUID uuid(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }

  private static @Nullable UUID optionalUuid(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }
}
