package org.crmportal.persistence.internal.duplicates;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Which of many drafts resemble no record. Their features are locked, so that no other transaction
 * can keep a record of one; and of the drafts that share one only the first that asks has it.
 */
final class Ahead {

  /** A draft's place among all of them, and what it is recognised by. */
  private record Known(int place, Set<String> keys) {}

  private final IdentityHashMap<Record, Known> drafts = new IdentityHashMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Looks for drafts of a type in the tables of all comparable ones. */
  Ahead(
      Connection connection,
      RecordType<?, ?> of,
      List<? extends Record> all,
      Collection<RecordType<?, ?>> types)
      throws SQLException {
    var features = all.stream().map(draft -> Features.of(of, draft)).toList();
    var sought = new Search(connection).sought(features);
    for (int i = 0; i < all.size(); i++) {
      drafts.put(all.get(i), new Known(i, keys(sought.get(i))));
    }
    for (var type : types) {
      var identity = type.identity().orElseThrow();
      take(connection, type, "email", "lower(t." + identity.email() + ")", sought, Features::email);
      take(connection, type, "phone", "t.phone_digits", sought, Features::phone);
      if (identity.company() != null) {
        var name = "crm_search(t." + identity.company() + ")";
        take(connection, type, "company", name, sought, Features::company);
      }
    }
  }

  /** Whether neither a record nor another draft that asked before is like this very draft. */
  boolean free(Record draft) {
    var known = drafts.get(draft);
    return known != null
        && known.keys().stream().noneMatch(taken::contains)
        && known.keys().stream().allMatch(key -> first(key, known.place()));
  }

  private boolean first(String key, int place) {
    var owner = owners.putIfAbsent(key, place);
    return owner == null || owner == place;
  }

  private static Set<String> keys(Features sought) {
    return Stream.of(
            key("email", sought.email()),
            key("phone", sought.phone()),
            key("company", sought.company()))
        .filter(key -> key != null)
        .collect(Collectors.toSet());
  }

  private static @Nullable String key(String name, @Nullable String value) {
    return value == null ? null : name + " " + value;
  }

  private void take(
      Connection connection,
      RecordType<?, ?> type,
      String name,
      String column,
      List<Features> sought,
      Function<Features, @Nullable String> feature)
      throws SQLException {
    var live = type.softDelete() ? " and t.deleted_at is null" : "";
    var sql =
        "select distinct %s from %s t where %s = any (?)%s"
            .formatted(column, type.table(), column, live);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Search.texts(connection, sought, feature));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.add(name + " " + rows.getString(1));
        }
      }
    }
  }
}
