package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/** Reads JSON values that have no parts. */
final class Scalars {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,3})?");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Scalars() {}

  /** Why a value was refused: a code and a sentence. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final String code;

    Refused(String code, String message) {
      super(message, null, false, false);
      this.code = code;
    }
  }

  static boolean knows(Class<?> type) {
    return type.isEnum()
        || type.isPrimitive()
        || Number.class.isAssignableFrom(type)
        || type == String.class
        || type == UUID.class
        || type == Boolean.class
        || type == Instant.class
        || type == LocalDate.class
        || type == LocalTime.class
        || type == ZoneId.class;
  }

  static Object read(JsonNode node, Class<?> type) throws Refused {
    if (type == boolean.class || type == Boolean.class) {
      if (!node.isBoolean()) {
        throw new Refused("wrong_type", "must be true or false");
      }
      return node.booleanValue();
    }
    if (type == BigDecimal.class) {
      return decimal(node);
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return number(node, type);
    }
    if (!node.isTextual()) {
      throw new Refused("wrong_type", "must be a text");
    }
    return text(node.textValue(), type);
  }

  /** Reads the text of a parameter of a URL as a value. */
  static Object parameter(String text, Class<?> type) throws Refused {
    if (type == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new Refused("wrong_type", "must be true or false");
      }
      return Boolean.valueOf(text);
    }
    if (Number.class.isAssignableFrom(type)) {
      var number = decimal(TextNode.valueOf(text));
      return type == BigDecimal.class ? number : number(DecimalNode.valueOf(number), type);
    }
    return text(text, type);
  }

  private static Object text(String text, Class<?> type) throws Refused {
    if (type == String.class) {
      if (!Checks.storable(text)) {
        throw new Refused("bad_character", "contains a character that cannot be stored");
      }
      return text;
    }
    if (type.isEnum()) {
      return constant(text, type);
    }
    if (type == UUID.class) {
      if (!UUID_TEXT.matcher(text).matches()) {
        throw new Refused("wrong_type", "must be a UUID");
      }
      return UUID.fromString(text);
    }
    try {
      if (type == Instant.class) {
        return Times.instant(text);
      }
      if (type == LocalDate.class) {
        return Times.date(text);
      }
      return type == LocalTime.class ? LocalTime.parse(text) : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Refused("wrong_type", "must be a " + expected(type));
    }
  }

  private static String expected(Class<?> type) {
    if (type == Instant.class) {
      return "time such as 2026-11-22T10:43:00Z";
    }
    return type == LocalDate.class
        ? "date such as 2026-11-22"
        : type == LocalTime.class ? "time of day such as 09:30" : "time zone such as Europe/Vienna";
  }

  private static Object constant(String text, Class<?> type) throws Refused {
    for (var constant : type.getEnumConstants()) {
      if (name(constant).equals(text)) {
        return constant;
      }
    }
    var names = Arrays.stream(type.getEnumConstants()).map(Scalars::name).toList();
    throw new Refused("unknown_value", "must be one of " + String.join(", ", names));
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal decimal(JsonNode node) throws Refused {
    BigDecimal value = null;
    if (node.isNumber()) {
      value = node.decimalValue();
    } else if (node.isTextual() && DECIMAL.matcher(node.textValue()).matches()) {
      value = new BigDecimal(node.textValue());
    }
    if (value == null) {
      throw new Refused("wrong_type", "must be a number");
    }
    if (Math.abs((long) value.scale()) > 100 || value.precision() > 100) {
      throw new Refused("out_of_range", "is not a number of a sensible size");
    }
    return value;
  }

  private static Object number(JsonNode node, Class<?> type) throws Refused {
    if (!node.isNumber()) {
      throw new Refused("wrong_type", "must be a number");
    }
    var value = decimal(node);
    if (type == double.class || type == Double.class) {
      return value.doubleValue();
    }
    if (value.stripTrailingZeros().scale() > 0) {
      throw new Refused("wrong_type", "must be a whole number");
    }
    var fitting = fitting(value.toBigInteger(), type);
    if (fitting == null) {
      throw new Refused("out_of_range", "is too large or too small");
    }
    return fitting;
  }

  private static @Nullable Object fitting(BigInteger value, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return value.bitLength() < Integer.SIZE ? value.intValue() : null;
    }
    if (type == short.class || type == Short.class) {
      return value.bitLength() < Short.SIZE ? value.shortValue() : null;
    }
    if (type == long.class || type == Long.class) {
      return value.bitLength() < Long.SIZE ? value.longValue() : null;
    }
    throw new IllegalStateException(type + " has no JSON form");
  }
}
