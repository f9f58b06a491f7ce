package org.crmportal.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** Describes Java types as the JSON that they become; records get a name and are referred to. */
final class Schemas {

  private static final Map<Class<?>, Map<String, Object>> SCALARS = scalars();

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  /** The schemas with a name. */
  Map<String, Object> named() {
    return named;
  }

  /** The schema of a type. */
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      var raw = (Class<?>) generic.getRawType();
      return Collection.class.isAssignableFrom(raw)
          ? list(of(generic.getActualTypeArguments()[0]))
          : Map.class.isAssignableFrom(raw) ? Map.of("type", "object") : of(raw);
    }
    if (!(type instanceof Class<?> raw)) {
      return Map.of();
    }
    if (SCALARS.containsKey(raw)) {
      return SCALARS.get(raw);
    }
    if (raw.isEnum()) {
      var values = Arrays.stream(raw.getEnumConstants()).map(Schemas::constant).toList();
      return Map.of("type", "string", "enum", values);
    }
    if (raw.isRecord()) {
      return Map.of("$ref", "#/components/schemas/" + name(raw));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return list(Map.of());
    }
    return JsonNode.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)
        ? Map.of("type", "object")
        : Map.of();
  }

  /** A list of something. */
  static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  /** A record of which nothing is required, because a merge patch names only what changes. */
  Map<String, Object> patch(Class<?> type) {
    var name = name(type) + "Patch";
    named.computeIfAbsent(name, unused -> object(type, false));
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private String name(Class<?> type) {
    var known = names.get(type);
    if (known != null) {
      return known;
    }
    var outer = type.getEnclosingClass();
    var name = outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    for (int i = 2; named.containsKey(name); i++) {
      name = type.getSimpleName() + i;
    }
    names.put(type, name);
    // The name is taken before the parts are described, because they may refer back to it.
    named.put(name, Map.of());
    named.put(name, object(type, true));
    return name;
  }

  private Map<String, Object> object(Class<?> type, boolean whole) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    var demanded = Demanded.of(type);
    for (var component : type.getRecordComponents()) {
      var name = Column.snakeCase(component.getName());
      boolean nullable = nullable(component.getAnnotatedType());
      properties.put(name, property(component, nullable));
      if (demanded.contains(name)) {
        required.add(name);
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    if (whole && !required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private Map<String, Object> property(RecordComponent component, boolean nullable) {
    var schema = of(component.getGenericType());
    if (!nullable || schema.isEmpty()) {
      return schema;
    }
    if (schema.containsKey("$ref")) {
      return Map.of("allOf", List.of(schema), "nullable", true);
    }
    var optional = new LinkedHashMap<>(schema);
    optional.put("nullable", true);
    if (schema.get("enum") instanceof List<?> values) {
      var withNull = new ArrayList<@Nullable Object>(values);
      withNull.add(null);
      optional.put("enum", withNull);
    }
    return optional;
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static String constant(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static Map<Class<?>, Map<String, Object>> scalars() {
    var scalars = new HashMap<Class<?>, Map<String, Object>>();
    for (var type : List.<Class<?>>of(int.class, Integer.class, short.class, Short.class)) {
      scalars.put(type, Map.of("type", "integer", "format", "int32"));
    }
    for (var type : List.<Class<?>>of(long.class, Long.class)) {
      scalars.put(type, Map.of("type", "integer", "format", "int64"));
    }
    for (var type : List.<Class<?>>of(double.class, Double.class, BigDecimal.class)) {
      scalars.put(type, Map.of("type", "number"));
    }
    for (var type : List.<Class<?>>of(boolean.class, Boolean.class)) {
      scalars.put(type, Map.of("type", "boolean"));
    }
    scalars.put(String.class, Map.of("type", "string"));
    scalars.put(UUID.class, Map.of("type", "string", "format", "uuid"));
    scalars.put(Instant.class, Map.of("type", "string", "format", "date-time"));
    scalars.put(LocalDate.class, Map.of("type", "string", "format", "date"));
    return scalars;
  }
}
