package org.crmportal.clients.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Column;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Drafts that differ from a record in one field. */
final class Change {

  private Change() {}

  static <T extends Record, N extends Record> N of(
      RecordType<T, N> type, T record, String column, @Nullable Object value) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(type.values(record));
    values.put(column, value);
    var components = type.draftType().getRecordComponents();
    var arguments = new ArrayList<@Nullable Object>();
    Arrays.stream(components)
        .forEach(each -> arguments.add(values.get(Column.snakeCase(each.getName()))));
    var types = Arrays.stream(components).map(each -> each.getType()).toArray(Class<?>[]::new);
    try {
      return type.draftType().getConstructor(types).newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof CrmException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
