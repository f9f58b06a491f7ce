package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** What a record class looks like as JSON; made once a class. */
public final class Shape {

  private final Member[] members;
  private final Map<String, Member> byName = new LinkedHashMap<>();
  private final Constructor<?> constructor;

  /** One component: its JSON name, type, place in the constructor, and a fast way to read it. */
  public record Member(
      String name,
      SerializedString json,
      Class<?> raw,
      Type type,
      boolean nullable,
      int index,
      MethodHandle getter) {

    /** The component's value in a record. */
    public @Nullable Object of(Record record) {
      try {
        return (Object) getter.invokeExact(record);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Shape(Class<?> type) {
    var components = type.getRecordComponents();
    this.members = new Member[components.length];
    for (int i = 0; i < components.length; i++) {
      members[i] = member(components[i], i);
      byName.put(members[i].name(), members[i]);
    }
    this.constructor = canonical(type, components);
  }

  Member[] members() {
    return members;
  }

  /** The components by JSON name, in their order. */
  public Map<String, Member> byName() {
    return byName;
  }

  /** Makes a record; throws what the constructor throws. What no null can stand for is zero. */
  public Object make(@Nullable Object[] values) {
    var complete = values.clone();
    for (var member : members) {
      if (complete[member.index()] == null && member.raw().isPrimitive()) {
        complete[member.index()] = Array.get(Array.newInstance(member.raw(), 1), 0);
      }
    }
    try {
      return constructor.newInstance(complete);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Member member(RecordComponent component, int index) {
    var name = Column.snakeCase(component.getName());
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      var getter =
          MethodHandles.lookup()
              .unreflect(accessor)
              .asType(MethodType.methodType(Object.class, Record.class));
      return new Member(
          name,
          new SerializedString(name),
          component.getType(),
          component.getGenericType(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          index,
          getter);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var found = type.getDeclaredConstructor(types);
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
