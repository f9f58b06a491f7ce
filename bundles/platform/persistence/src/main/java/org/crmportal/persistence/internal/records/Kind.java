package org.crmportal.persistence.internal.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The kinds of values that columns hold, with the SQL type in which they are compared. */
enum Kind {
  TEXT("text"),
  ENUM("text"),
  INTEGER("integer"),
  LONG("bigint"),
  DECIMAL("numeric"),
  BOOLEAN("boolean"),
  ID("uuid"),
  DATE("date"),
  INSTANT("timestamp"),
  /** Several values of one of the kinds above, in an array or in a JSON array. */
  LIST("text"),
  /** Whatever else there is, as JSON. */
  JSON("text");

  final String sqlType;

  Kind(String sqlType) {
    this.sqlType = sqlType;
  }

  /** Whether one value can be more than another one. */
  boolean ordered() {
    return switch (this) {
      case TEXT, INTEGER, LONG, DECIMAL, ID, DATE, INSTANT -> true;
      case ENUM, BOOLEAN, LIST, JSON -> false;
    };
  }

  static Kind of(Class<?> type, Type generic) {
    if (type == String.class) {
      return TEXT;
    } else if (type.isEnum()) {
      return ENUM;
    } else if (type == int.class || type == Integer.class) {
      return INTEGER;
    } else if (type == long.class || type == Long.class) {
      return LONG;
    } else if (type == BigDecimal.class) {
      return DECIMAL;
    } else if (type == boolean.class || type == Boolean.class) {
      return BOOLEAN;
    } else if (type == UUID.class) {
      return ID;
    } else if (type == LocalDate.class) {
      return DATE;
    } else if (type == Instant.class) {
      return INSTANT;
    }
    var element = type == List.class ? element(generic) : Object.class;
    var kind = element == Object.class ? JSON : of(element, element);
    return kind == JSON || kind == LIST ? JSON : LIST;
  }

  /** What a list is a list of; Object where that is no plain class. */
  static Class<?> element(Type list) {
    return list instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : Object.class;
  }
}
