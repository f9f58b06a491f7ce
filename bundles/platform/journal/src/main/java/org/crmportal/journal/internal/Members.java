package org.crmportal.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** The components of a Java record by the name that they have in JSON. */
final class Members {

  private Members() {}

  private record Member(String name, Method accessor) {}

  /** Looking the components up costs more than reading them. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(each -> new Member(Column.snakeCase(each.getName()), each.getAccessor()))
              .toList();
        }
      };

  static Map<String, @Nullable Object> of(Record value) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    for (var member : MEMBERS.get(value.getClass())) {
      try {
        members.put(member.name(), member.accessor().invoke(value));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read " + member.name(), e);
      }
    }
    return members;
  }
}
