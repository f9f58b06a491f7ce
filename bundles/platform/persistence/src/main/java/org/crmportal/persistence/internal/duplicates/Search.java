package org.crmportal.persistence.internal.duplicates;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The statements on one connection that look for records of the same features. */
final class Search {

  // The locks are taken in one order by all, so that two who want the same two do not wait for each
  // other for ever; and in a statement of their own, because what follows must see what the one
  // before us has committed.
  private static final String SOUGHT =
      """
      with sought as materialized (select n, lower(email) as email, crm_phone(phone) as phone,
          crm_search(company) as company, crm_search(country) as country
        from unnest(?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality given(email, phone, company, country, n))
      select email, phone, company, country,
        (select count(pg_advisory_xact_lock(hashtextextended(key, 0))) from (
          select distinct key from sought, unnest(array['duplicate email ' || email,
            'duplicate phone ' || phone, 'duplicate company ' || company]) key
          where key is not null order by key) keys)
      from sought order by n
      """;
  private static final int MOST = 20;

  private final Connection connection;

  Search(Connection connection) {
    this.connection = connection;
  }

  /**
   * The features of each as the tables keep them for comparison, once no other transaction keeps a
   * record of one of them.
   */
  List<Features> sought(List<Features> all) throws SQLException {
    try (var statement = connection.prepareStatement(SOUGHT)) {
      statement.setArray(1, texts(connection, all, Features::email));
      statement.setArray(2, texts(connection, all, Features::phone));
      statement.setArray(3, texts(connection, all, Features::company));
      statement.setArray(4, texts(connection, all, Features::country));
      var sought = new ArrayList<Features>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          sought.add(
              new Features(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return sought;
    }
  }

  static Array texts(
      Connection connection, List<Features> all, Function<Features, @Nullable String> feature)
      throws SQLException {
    return connection.createArrayOf("text", all.stream().map(feature).toArray());
  }

  /** The live records of all types that have one of the normalised features, in one round trip. */
  Map<RecordType<?, ?>, List<Match>> matches(
      Collection<RecordType<?, ?>> types, Features features, Set<UUID> ignoring)
      throws SQLException {
    var all =
        types.stream()
            .map(type -> new Conditions(type, features))
            .filter(conditions -> !conditions.none())
            .toList();
    if (all.isEmpty()) {
      return Map.of();
    }
    try (var statement = connection.prepareStatement(sql(all))) {
      int next = 1;
      for (var conditions : all) {
        next = conditions.bind(statement, next);
        statement.setArray(next++, connection.createArrayOf("uuid", ignoring.toArray()));
      }
      return read(statement, all);
    }
  }

  private static String sql(List<Conditions> all) {
    return IntStream.range(0, all.size())
        .mapToObj(i -> all.get(i).sql(i, MOST))
        .collect(Collectors.joining(") union all (", "(", ")"));
  }

  private static Map<RecordType<?, ?>, List<Match>> read(
      PreparedStatement statement, List<Conditions> all) throws SQLException {
    var matches = new LinkedHashMap<RecordType<?, ?>, List<Match>>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var type = all.get(rows.getInt(1)).type();
        matches
            .computeIfAbsent(type, first -> new ArrayList<>())
            .add(new Match(uuid(rows, 2), by(rows), optionalUuid(rows, 3)));
      }
    }
    return matches;
  }

  private static List<String> by(ResultSet rows) throws SQLException {
    var by = new ArrayList<String>();
    for (int i = 0; i < Conditions.NAMES.size(); i++) {
      if (rows.getBoolean(4 + i)) {
        by.add(Conditions.NAMES.get(i));
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
