package org.crmportal.platform.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a record is created.
 *
 * @param allowDuplicate whether it may look like one that is there already
 * @param history values of columns that otherwise the server owns ({@code created_at}, dates of
 *     final states …), by column, already of the column's Java type; only an import has any, and
 *     its presence allows final states. Null values are kept out.
 * @param imported whether the record comes from another system
 */
public record Creation(boolean allowDuplicate, Map<String, Object> history, boolean imported) {

  /** A new record that must not be a duplicate. */
  public static final Creation NEW = new Creation(false, Map.of(), false);

  /** A new record that may be a duplicate. */
  public static final Creation DUPLICATE = new Creation(true, Map.of(), false);

  public Creation {
    history = Map.copyOf(history);
  }

  /** A record that comes from another system. */
  public static Creation imported(boolean allowDuplicate, Map<String, Object> history) {
    var known = new LinkedHashMap<>(history);
    known.values().removeIf(java.util.Objects::isNull);
    return new Creation(allowDuplicate, known, true);
  }
}
