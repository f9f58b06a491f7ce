package org.crmportal.live.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other of a change: nothing that could be hidden from somebody.
 *
 * @param type the name of the record's type
 * @param id which record; null if so many have changed that each is not named
 * @param action what happened to it
 * @param version its version now, if it has one
 * @param by the user who did it, or null for the system
 * @param belonged whom and what the record belonged to, by column, if it is gone for good: nobody
 *     could be asked any more whether a reader could see it; else empty
 */
record Change(
    String type,
    @Nullable UUID id,
    String action,
    @Nullable Long version,
    @Nullable UUID by,
    Map<String, String> belonged) {

  /** Many records of a type have changed. */
  static Change many(String type) {
    return new Change(type, null, "", null, null, Map.of());
  }

  static <T extends Record> Change of(RecordChange<T> change) {
    var type = change.type();
    var before = change.before();
    var after = change.after();
    var version = after != null && type.versioned() ? Long.valueOf(type.version(after)) : null;
    boolean gone = before != null && after == null && !type.softDelete();
    return new Change(
        type.name(),
        change.id(),
        change.action(),
        version,
        change.by(),
        gone ? belonged(type, before) : Map.of());
  }

  private static Map<String, String> belonged(RecordType<?, ?> type, Record before) {
    var values = new LinkedHashMap<String, String>();
    Stream.of(
            type.owners().stream(),
            type.parent().map(RecordType.Parent::column).stream(),
            type.anyParent().stream().flatMap(any -> Stream.of(any.typeColumn(), any.idColumn())))
        .flatMap(columns -> columns)
        .forEach(
            column -> {
              var value = type.value(before, column);
              if (value != null) {
                values.put(column, value.toString());
              }
            });
    return values;
  }
}
