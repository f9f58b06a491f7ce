package org.crmportal.jobs.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmportal.jobs.internal.Json;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** Turns the text of a cell into a value of its column's type. */
final class Cells {

  private static final Map<String, Boolean> TRUTHS =
      Map.of(
          "true", true, "yes", true, "y", true, "1", true, //
          "false", false, "no", false, "n", false, "0", false);

  private final Map<Class<?>, Reader> readers = new HashMap<>();

  /** Reads a text that is neither blank nor surrounded by white space. */
  @FunctionalInterface
  private interface Reader {
    Object read(String text) throws Unreadable;
  }

  Cells(@Nullable String dateFormat, String decimal) {
    var dates = new Dates(dateFormat);
    var numbers = new Numbers(decimal);
    readers.put(String.class, text -> text);
    readers.put(BigDecimal.class, numbers::decimal);
    for (var type : new Class<?>[] {Integer.class, int.class}) {
      readers.put(type, t -> (int) numbers.whole(t, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    for (var type : new Class<?>[] {Long.class, long.class}) {
      readers.put(type, t -> numbers.whole(t, Long.MIN_VALUE, Long.MAX_VALUE));
    }
    readers.put(Boolean.class, Cells::truth);
    readers.put(boolean.class, Cells::truth);
    readers.put(UUID.class, Cells::uuid);
    readers.put(LocalDate.class, dates::date);
    readers.put(Instant.class, dates::instant);
    readers.put(Map.class, Cells::object);
  }

  private static Object object(String text) throws Unreadable {
    try {
      var members = new HashMap<>(Json.read(text));
      members.values().removeIf(Objects::isNull);
      return members;
    } catch (IllegalStateException e) {
      throw new Unreadable("must be a JSON object");
    }
  }

  /** Whether values of a column can be written as text. */
  boolean reads(Column column) {
    var metadata = column.type() != Map.class || column.name().equals("metadata");
    return column.type().isEnum() || (readers.containsKey(column.type()) && metadata);
  }

  /** The value that a text which is not blank stands for. */
  Object read(Column column, String text) throws Unreadable {
    if (column.type().isEnum()) {
      return constant(column.type(), text.strip());
    }
    var reader = readers.get(column.type());
    if (reader == null) {
      throw new Unreadable("cannot be written in a cell");
    }
    return reader.read(text.strip());
  }

  private static Object constant(Class<?> type, String text) throws Unreadable {
    var constants = type.getEnumConstants();
    var names = Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).toList();
    int index = names.indexOf(text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"));
    if (index < 0) {
      throw new Unreadable("must be one of " + String.join(", ", names).toLowerCase(Locale.ROOT));
    }
    return constants[index];
  }

  private static Boolean truth(String text) throws Unreadable {
    var value = TRUTHS.get(text.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw new Unreadable("must be true or false");
    }
    return value;
  }

  private static UUID uuid(String text) throws Unreadable {
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable("must be a UUID");
    }
    throw new Unreadable("must be a UUID");
  }
}
