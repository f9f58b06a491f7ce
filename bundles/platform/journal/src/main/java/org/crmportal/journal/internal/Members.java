package org.crmportal.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** The components of a Java record by the name that they have in JSON. */
final class Members {

  private Members() {}

  static Map<String, @Nullable Object> of(Record value) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    for (var component : value.getClass().getRecordComponents()) {
      try {
        members.put(Column.snakeCase(component.getName()), component.getAccessor().invoke(value));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return members;
  }
}
