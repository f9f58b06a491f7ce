package org.crmportal.platform.record;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, which is one column of its table, one JSON field, one filter and one
 * CSV header, all of the same name.
 *
 * @param name the column's name, e.g. {@code first_name}
 * @param component the record's component, e.g. {@code firstName}
 * @param type the component's type; an enum's constants are stored in lower case
 * @param generic the component's type with its type arguments
 * @param settable whether a caller may set it: whether the draft has it too
 * @param sql how it is computed from the table's row {@code t}, or null for a plain column
 */
public record Column(
    String name,
    String component,
    Class<?> type,
    Type generic,
    boolean settable,
    @Nullable String sql) {

  static Column of(RecordComponent component, boolean settable, @Nullable String sql) {
    return new Column(
        snakeCase(component.getName()),
        component.getName(),
        component.getType(),
        component.getGenericType(),
        settable,
        sql);
  }

  /** {@code firstName} as {@code first_name}. */
  public static String snakeCase(String camelCase) {
    var name = new StringBuilder(camelCase.length() + 4);
    char before = ' ';
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      boolean wordEnds = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
      if (wordEnds && c >= 'A' && c <= 'Z') {
        name.append('_');
      }
      name.append(c);
      before = c;
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
