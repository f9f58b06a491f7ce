package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly into values, and collects every violation on the way. */
public final class Decoder {

  private static final int MAX_OBJECT_BYTES = 16 * 1024;

  private final Shapes shapes;

  Decoder(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * Reads a whole body.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public @Nullable Object read(JsonNode node, Type type) {
    var violations = new ArrayList<Violation>();
    var value = value(node, type, "", violations);
    done(violations);
    return value;
  }

  /** Ends a reading that collected violations. */
  public static void done(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw CrmException.invalid(violations);
    }
  }

  /** Reads one value; null if the JSON is null or a violation was added. */
  public @Nullable Object value(JsonNode node, Type type, String path, List<Violation> violations) {
    var raw = raw(type);
    if (node.isNull()) {
      if (raw.isPrimitive()) {
        violations.add(new Violation(path, "required", "must not be null"));
      }
      return null;
    }
    if (Scalars.knows(raw)) {
      try {
        return Scalars.read(node, raw);
      } catch (Scalars.Refused e) {
        violations.add(new Violation(path, e.code, e.getMessage()));
        return null;
      }
    }
    if (raw.isRecord()) {
      return record(node, raw, path, violations);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(node, type, path, violations);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return list(node, type, raw, path, violations);
    }
    if (JsonNode.class.isAssignableFrom(raw)) {
      return node;
    }
    if (raw == Object.class) {
      return free(node, path, violations);
    }
    throw new IllegalStateException(raw + " cannot be read from JSON");
  }

  /** Makes a record of values that were read; adds what its constructor refuses. */
  public @Nullable Object construct(
      Class<?> type, @Nullable Object[] values, String path, List<Violation> violations) {
    try {
      var made = shapes.of(type).make(values);
      missing(type, made, path, violations);
      return made;
    } catch (CrmException e) {
      if (e.reason() != Reason.INVALID) {
        throw e;
      }
      var known = new LinkedHashSet<String>();
      violations.forEach(each -> known.add(each.field()));
      for (var each : e.violations()) {
        var field = join(path, each.field());
        if (!known.contains(field)) {
          violations.add(new Violation(field, each.code(), each.message()));
        }
      }
      return null;
    } catch (RuntimeException e) {
      // A constructor may trip over what is missing because it was refused already.
      if (violations.isEmpty()) {
        throw e;
      }
      return null;
    }
  }

  /** What may not be null and was not sent, unless the constructor has put something there. */
  private void missing(Class<?> type, Object made, String path, List<Violation> violations) {
    var known = new LinkedHashSet<String>();
    violations.forEach(each -> known.add(each.field()));
    for (var member : shapes.of(type).members()) {
      var field = join(path, member.name());
      if (!member.nullable() && member.of((Record) made) == null && !known.contains(field)) {
        violations.add(new Violation(field, "required", "must not be empty"));
      }
    }
  }

  /** {@code project} and {@code name} as {@code project.name}. */
  public static String join(String path, String field) {
    return path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
  }

  private @Nullable Object record(
      JsonNode node, Class<?> type, String path, List<Violation> violations) {
    if (!node.isObject()) {
      violations.add(new Violation(path, "wrong_type", "must be an object"));
      return null;
    }
    var shape = shapes.of(type);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!shape.byName().containsKey(name)) {
                violations.add(new Violation(join(path, name), "unknown", "is not a known field"));
              }
            });
    var values = new @Nullable Object[shape.members().length];
    for (var member : shape.members()) {
      var field = node.get(member.name());
      var place = join(path, member.name());
      values[member.index()] =
          field == null
              ? absent(member.raw(), place, violations)
              : value(field, member.type(), place, violations);
    }
    return construct(type, values, path, violations);
  }

  /** What stands for a field that was not sent; adds a violation if it has to be. */
  public static @Nullable Object absent(Class<?> raw, String path, List<Violation> violations) {
    if (raw.isPrimitive() && raw != boolean.class) {
      violations.add(new Violation(path, "required", "must not be empty"));
    }
    return null;
  }

  private @Nullable Object map(JsonNode node, Type type, String path, List<Violation> violations) {
    if (!node.isObject()) {
      violations.add(new Violation(path, "wrong_type", "must be an object"));
      return null;
    }
    if (node.toString().getBytes(StandardCharsets.UTF_8).length > MAX_OBJECT_BYTES) {
      violations.add(new Violation(path, "too_long", "has more than 16 KiB"));
      return null;
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    node.properties()
        .forEach(
            entry -> {
              var place = join(path, entry.getKey());
              storable(entry.getKey(), place, violations);
              values.put(
                  entry.getKey(), value(entry.getValue(), argument(type, 1), place, violations));
            });
    return values;
  }

  private @Nullable Object list(
      JsonNode node, Type type, Class<?> raw, String path, List<Violation> violations) {
    if (!node.isArray()) {
      violations.add(new Violation(path, "wrong_type", "must be a list"));
      return null;
    }
    Collection<@Nullable Object> values =
        Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      var place = join(path, Integer.toString(i));
      var value = value(node.get(i), argument(type, 0), place, violations);
      if (node.get(i).isNull()) {
        violations.add(new Violation(place, "required", "must not be null"));
      }
      values.add(value);
    }
    return values;
  }

  private @Nullable Object free(JsonNode node, String path, List<Violation> violations) {
    if (node.isObject()) {
      return map(node, Map.class, path, violations);
    }
    if (node.isArray()) {
      var values = new ArrayList<@Nullable Object>();
      node.forEach(each -> values.add(each.isNull() ? null : free(each, path, violations)));
      return values;
    }
    if (node.isTextual()) {
      storable(node.textValue(), path, violations);
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Object) node.longValue()
        : value(node, java.math.BigDecimal.class, path, violations);
  }

  private static void storable(String text, String path, List<Violation> violations) {
    if (!Checks.storable(text)) {
      violations.add(
          new Violation(path, "bad_character", "contains a character that cannot be stored"));
    }
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
  }
}
