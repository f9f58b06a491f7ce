package org.crmportal.portal.internal.pages;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a draft demands of its fields. The draft's own constructor is asked, which is the only place
 * that knows: with nothing in it, and with texts of different lengths.
 */
final class DraftFacts {

  /** A text that may be longer than this has no limit that a person would reach. */
  private static final int LONGEST = 1 << 17;

  private final Class<? extends Record> type;
  private final RecordComponent[] components;
  private final Set<String> required = new HashSet<>();
  private final Set<String> emails = new HashSet<>();
  private final Map<String, Integer> lengths = new HashMap<>();

  DraftFacts(Class<? extends Record> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    codes(-1, null, "required").forEach(required::add);
    for (int i = 0; i < components.length; i++) {
      var name = Column.snakeCase(components[i].getName());
      if (components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.remove(name);
      }
      if (components[i].getType() == String.class) {
        askAboutText(i, name);
      }
    }
  }

  /** Whether a field must be sent. */
  boolean required(String column) {
    return required.contains(column);
  }

  /** Whether a field takes only e-mail addresses. */
  boolean email(String column) {
    return emails.contains(column);
  }

  /** How many characters a field takes at most, or null. */
  @Nullable Integer length(String column) {
    return lengths.get(column);
  }

  private void askAboutText(int index, String name) {
    if (codes(index, "x", "email").contains(name)) {
      emails.add(name);
    }
    if (!tooLong(index, name, LONGEST)) {
      return;
    }
    int fits = 0;
    int does = LONGEST;
    while (does - fits > 1) {
      int middle = (fits + does) / 2;
      if (tooLong(index, name, middle)) {
        does = middle;
      } else {
        fits = middle;
      }
    }
    lengths.put(name, fits);
  }

  private boolean tooLong(int index, String name, int length) {
    return codes(index, "x".repeat(length), "too_long").contains(name);
  }

  /** The fields that are wrong in this way if one has a value and the others have none. */
  private List<String> codes(int index, @Nullable Object value, String code) {
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == index ? value : nothing(components[i].getType());
    }
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      type.getConstructor(types).newInstance(values);
      return List.of();
    } catch (InvocationTargetException e) {
      // Another exception is that of a constructor which does not check its fields.
      return e.getCause() instanceof CrmException refusal
          ? refusal.violations().stream()
              .filter(violation -> violation.code().equals(code))
              .map(Violation::field)
              .toList()
          : List.of();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " must be a public record", e);
    }
  }

  private static @Nullable Object nothing(Class<?> component) {
    return component.isPrimitive() ? Array.get(Array.newInstance(component, 1), 0) : null;
  }
}
