package org.crmportal.auth.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crmportal.platform.record.RecordType;

/**
 * How records of a type belong to somebody by one of their columns. Who created a record owns it
 * only where nobody else does: that somebody created it stays true after they have left.
 *
 * @param column holds the owner
 * @param condition what else must hold
 * @param target the column that gets the successor
 */
record Ownership(String column, String condition, String target) {

  private static final String CREATOR = "created_by";

  /** The ways in which records of a type belong to somebody. */
  static List<Ownership> columns(RecordType<?, ?> type) {
    var plain =
        type.owners().stream().filter(name -> type.column(name).sql() == null).distinct().toList();
    var held = plain.stream().filter(name -> !name.equals(CREATOR)).toList();
    var ways = new ArrayList<Ownership>();
    held.forEach(name -> ways.add(new Ownership(name, "true", name)));
    if (plain.contains(CREATOR)) {
      var nobody =
          held.stream().map(name -> name + " is null").collect(Collectors.joining(" and "));
      ways.add(
          new Ownership(
              CREATOR, held.isEmpty() ? "true" : nobody, held.isEmpty() ? CREATOR : held.get(0)));
    }
    return ways;
  }

  /** Finds and locks the live records; the names are the type's own, never a caller's. */
  String find(RecordType<?, ?> type) {
    return "select id from \"%s\" where %s = ? and %s%s order by id for no key update"
        .formatted(
            type.table(), column, condition, type.softDelete() ? " and deleted_at is null" : "");
  }

  /** Gives records to somebody else. */
  String move(RecordType<?, ?> type) {
    return "update \"%s\" set %s = ?::uuid%s%s where id = any (?)"
        .formatted(
            type.table(),
            target,
            type.versioned() ? ", version = version + 1" : "",
            type.columns().containsKey("updated_at") ? ", updated_at = now()" : "");
  }
}
