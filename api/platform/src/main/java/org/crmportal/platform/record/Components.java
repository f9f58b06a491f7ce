package org.crmportal.platform.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/** Reads and makes records of one class by the names of columns, fast enough for every request. */
final class Components<R extends Record> {

  private final Class<R> type;
  private final Map<String, MethodHandle> getters = new LinkedHashMap<>();
  private final Constructor<R> constructor;

  Components(Class<R> type) {
    this.type = type;
    var components = type.getRecordComponents();
    for (var component : components) {
      getters.put(Column.snakeCase(component.getName()), getter(component));
    }
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      this.constructor = type.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " must be a public record", e);
    }
  }

  boolean has(String column) {
    return getters.containsKey(column);
  }

  Set<String> names() {
    return getters.keySet();
  }

  @Nullable Object value(Record record, String column) {
    var getter = getters.get(column);
    if (getter == null) {
      throw new IllegalArgumentException(type + " has no " + column);
    }
    return read(getter, record);
  }

  Map<String, @Nullable Object> values(Record record) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    getters.forEach((name, getter) -> values.put(name, read(getter, record)));
    return values;
  }

  /** Makes a record; what its constructor refuses comes out as it is. */
  R make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof CrmException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle getter(RecordComponent component) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Record.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(component + " must be of a public record", e);
    }
  }

  private static @Nullable Object read(MethodHandle getter, Record record) {
    try {
      return (Object) getter.invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
