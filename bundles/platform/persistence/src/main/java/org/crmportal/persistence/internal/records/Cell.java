package org.crmportal.persistence.internal.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one column of a row as the Java type of its component. */
@FunctionalInterface
interface Cell {

  /** Numbers keep their digits; nested records have snake case names as everywhere. */
  JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  @Nullable Object read(ResultSet row, int index) throws SQLException;

  static Cell of(Field field) {
    var type = field.column().type();
    return switch (field.kind()) {
      case TEXT -> ResultSet::getString;
      case ENUM -> constant(type);
      case INTEGER -> orNull(ResultSet::getInt, type.isPrimitive());
      case LONG -> orNull(ResultSet::getLong, type.isPrimitive());
      case DECIMAL -> ResultSet::getBigDecimal;
      case BOOLEAN -> orNull(ResultSet::getBoolean, type.isPrimitive());
      case ID -> (row, index) -> row.getObject(index, UUID.class);
      case DATE -> (row, index) -> row.getObject(index, LocalDate.class);
      case INSTANT -> field.cast().equals("timestamptz") ? Cell::zoned : Cell::instant;
      case LIST -> field.array() ? array(Kind.element(field.column().generic())) : json(field);
      case JSON -> json(field);
    };
  }

  /** What JDBC reads as 0 or false where the column is null. */
  private static Cell orNull(Cell cell, boolean primitive) {
    if (primitive) {
      return cell;
    }
    return (row, index) -> {
      var value = cell.read(row, index);
      return row.wasNull() ? null : value;
    };
  }

  private static @Nullable Object instant(ResultSet row, int index) throws SQLException {
    var utc = row.getObject(index, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Object zoned(ResultSet row, int index) throws SQLException {
    var time = row.getObject(index, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Cell constant(Class<?> type) {
    var constants = constants(type);
    return (row, index) -> {
      var word = row.getString(index);
      if (word == null) {
        return null;
      }
      var constant = constants.get(word);
      if (constant == null) {
        throw new SQLException(word + " is no " + type.getSimpleName());
      }
      return constant;
    };
  }

  /** The constants of an enumeration by the words that the database has for them. */
  static Map<String, Object> constants(Class<?> type) {
    var constants = new HashMap<String, Object>();
    for (var constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
    }
    return constants;
  }

  private static Cell array(Class<?> element) {
    var constants = element.isEnum() ? constants(element) : Map.<String, Object>of();
    return (row, index) -> {
      var array = row.getArray(index);
      if (array == null) {
        return null;
      }
      var values = Arrays.asList((Object[]) array.getArray());
      return element.isEnum() ? values.stream().map(constants::get).toList() : List.copyOf(values);
    };
  }

  private static Cell json(Field field) {
    var type = JSON.constructType(field.column().generic());
    return (row, index) -> {
      var text = row.getString(index);
      try {
        return text == null ? null : JSON.readValue(text, type);
      } catch (JsonProcessingException e) {
        throw new SQLException(field.name() + " does not hold what it should", e);
      }
    };
  }
}
