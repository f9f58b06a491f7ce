package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement and its values, for what is no entity: tokens, grants, counters. */
final class Sql {

  /** Reads one row. */
  @FunctionalInterface
  interface Row<R> {
    R of(ResultSet row) throws SQLException;
  }

  private final String text;
  private final @Nullable Object[] values;

  Sql(String text, @Nullable Object... values) {
    this.text = text;
    this.values = values;
  }

  <R> List<R> list(Connection connection, Row<R> reader) throws SQLException {
    try (var statement = prepare(connection);
        var rows = statement.executeQuery()) {
      var list = new ArrayList<R>();
      while (rows.next()) {
        list.add(reader.of(rows));
      }
      return list;
    }
  }

  <R> Optional<R> first(Connection connection, Row<R> reader) throws SQLException {
    return list(connection, reader).stream().findFirst();
  }

  /** How many rows it changed. */
  int run(Connection connection) throws SQLException {
    try (var statement = prepare(connection)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    var statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, bound(connection, values[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof UUID[] ids) {
      return connection.createArrayOf("uuid", ids);
    }
    return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return elements(row, column).map(Object::toString).toList();
  }

  static Set<UUID> ids(ResultSet row, String column) throws SQLException {
    return elements(row, column).map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Object> elements(ResultSet row, String column) throws SQLException {
    return Arrays.stream((Object[]) row.getArray(column).getArray());
  }
}
