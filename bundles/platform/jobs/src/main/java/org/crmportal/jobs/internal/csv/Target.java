package org.crmportal.jobs.internal.csv;

import java.util.Map;
import java.util.Optional;
import org.crmportal.platform.record.Column;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell fills.
 *
 * @param field its name in the mapping
 * @param column the column of the record
 * @param key the key within the column {@code metadata}, or null for the column itself
 */
record Target(String field, Column column, @Nullable String key) {

  private static final String METADATA = "metadata.";

  /** The target of a name; empty if the record has no such field. */
  static Optional<Target> of(RecordType<?, ?> type, String field) {
    var columns = type.columns();
    var metadata = columns.get("metadata");
    if (field.startsWith(METADATA) && metadata != null && metadata.type() == Map.class) {
      var key = field.substring(METADATA.length());
      return key.isBlank() ? Optional.empty() : Optional.of(new Target(field, metadata, key));
    }
    return Optional.ofNullable(columns.get(field)).map(c -> new Target(field, c, null));
  }

  /** Whether an import may fill it: a caller's own field, or history that an import may carry. */
  boolean open(RecordType<?, ?> type) {
    return column.settable() || history(type);
  }

  /** Whether the server owns it and only an import may carry it. */
  boolean history(RecordType<?, ?> type) {
    return !column.settable() && type.importable().contains(column.name());
  }
}
