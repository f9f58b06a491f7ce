package org.crmportal.journal.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The fields that differ between a record before and after, by column. */
final class Changes {

  /** What every write touches says nothing. */
  private static final Set<String> BOOKKEEPING = Set.of("id", "version", "updated_at");

  /** A field before and after. */
  record Change(@Nullable Object before, @Nullable Object after) {}

  private final RecordType<?, ?> type;
  private final Map<String, Change> fields = new LinkedHashMap<>();

  Changes(RecordType<?, ?> type, @Nullable Record before, @Nullable Record after) {
    this.type = type;
    Map<String, @Nullable Object> old = before == null ? Map.of() : type.values(before);
    Map<String, @Nullable Object> now = after == null ? Map.of() : type.values(after);
    for (var column : type.columns().values()) {
      var change = new Change(old.get(column.name()), now.get(column.name()));
      if (column.sql() == null
          && !BOOKKEEPING.contains(column.name())
          && !same(change.before(), change.after())) {
        fields.put(column.name(), change);
      }
    }
  }

  boolean none() {
    return fields.isEmpty();
  }

  /** Before and after by column, as the audit trail keeps them. */
  Map<String, Change> fields() {
    return fields;
  }

  /** The columns that somebody changed, without those that the system sets along with them. */
  List<String> byPeople() {
    var names = new ArrayList<>(fields.keySet());
    names.removeAll(type.derived());
    var theirs = names.stream().filter(name -> type.column(name).settable()).toList();
    return theirs.isEmpty() ? names : theirs;
  }

  /** The change of the state, if it changed. */
  @Nullable Change status() {
    return type.status().map(fields::get).orElse(null);
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    if (one instanceof Instant a && other instanceof Instant b) {
      return a.truncatedTo(ChronoUnit.MICROS).equals(b.truncatedTo(ChronoUnit.MICROS));
    }
    return Objects.equals(one, other);
  }
}
