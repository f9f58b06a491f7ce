package org.crmportal.jobs.internal.csv;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** Makes drafts from the values of their columns. */
final class Drafts<N extends Record> {

  private static final Map<Class<?>, Object> ABSENT =
      Map.of(boolean.class, false, int.class, 0, long.class, 0L);

  private final RecordComponent[] components;
  private final Constructor<N> constructor;

  Drafts(Class<N> draft) {
    components = draft.getRecordComponents();
    try {
      constructor =
          draft.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(draft + " must be a public record", e);
    }
  }

  /**
   * A draft of values by column; what has none is null.
   *
   * @throws CrmException {@code INVALID} as the draft's own constructor does
   */
  N of(Map<String, ? extends @Nullable Object> values) {
    var arguments =
        Arrays.stream(components)
            .map(c -> argument(values.get(Column.snakeCase(c.getName())), c.getType()))
            .toArray();
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof CrmException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object argument(@Nullable Object value, Class<?> type) {
    return value == null ? ABSENT.get(type) : value;
  }
}
