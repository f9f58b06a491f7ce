package org.crmportal.persistence.internal.records;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;

/** Checks the values of a query against their column and writes them as PostgreSQL reads them. */
final class Values {

  private static final int LONGEST_NUMBER = 50;

  private Values() {}

  /**
   * A value as text of the column's SQL type; of a list it is one element.
   *
   * @throws CrmException {@code BAD_REQUEST} naming the column if the value is not of its type
   */
  static String checked(Field field, String value) {
    var type =
        field.kind() == Kind.LIST ? Kind.element(field.column().generic()) : field.column().type();
    var kind = Kind.of(type, type);
    try {
      return switch (kind) {
        case TEXT -> storable(value);
        case ENUM -> word(Cell.constants(type), value);
        case INTEGER -> Integer.toString(Integer.parseInt(value));
        case LONG -> Long.toString(Long.parseLong(value));
        case DECIMAL -> decimal(value);
        case BOOLEAN -> truth(value);
        case ID -> id(value);
        case DATE -> day(LocalDate.parse(value)).toString();
        case INSTANT -> time(value) + (field.cast().equals("timestamptz") ? "Z" : "");
        case LIST, JSON -> throw new Wrong("can only be compared with null");
      };
    } catch (NumberFormatException e) {
      throw bad(field, value, "must be a number");
    } catch (DateTimeException e) {
      throw bad(field, value, kind == Kind.DATE ? "must be a date" : "must be a date and time");
    } catch (Wrong e) {
      throw bad(field, value, e.reason);
    }
  }

  /**
   * A decimal number, short enough to be computed with.
   *
   * @throws NumberFormatException if it is none
   */
  static String decimal(String value) {
    if (value.length() > LONGEST_NUMBER) {
      throw new NumberFormatException("too long");
    }
    var number = new BigDecimal(value);
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      throw new NumberFormatException("too long");
    }
    return number.toPlainString();
  }

  private static String storable(String value) throws Wrong {
    if (!Checks.storable(value)) {
      throw new Wrong("contains a character that cannot be stored");
    }
    return value;
  }

  private static String word(Map<String, Object> constants, String value) throws Wrong {
    if (!constants.containsKey(value)) {
      throw new Wrong("must be one of " + new TreeSet<>(constants.keySet()));
    }
    return value;
  }

  private static String truth(String value) throws Wrong {
    if (!value.equals("true") && !value.equals("false")) {
      throw new Wrong("must be true or false");
    }
    return value;
  }

  private static String id(String value) throws Wrong {
    try {
      var id = UUID.fromString(value);
      // fromString also takes 1-1-1-1-1.
      if (value.length() == 36) {
        return id.toString();
      }
    } catch (IllegalArgumentException e) {
      throw new Wrong("must be a UUID");
    }
    throw new Wrong("must be a UUID");
  }

  private static LocalDate day(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new DateTimeException("not a year of four digits");
    }
    return day;
  }

  /** A time with its offset; a date alone is its beginning in UTC. */
  private static LocalDateTime time(String value) {
    if (value.indexOf('T') < 0) {
      return day(LocalDate.parse(value)).atStartOfDay();
    }
    var time = value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant();
    var utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    day(utc.toLocalDate());
    return utc;
  }

  private static CrmException bad(Field field, String value, String reason) {
    var shown = value.length() > LONGEST_NUMBER ? value.substring(0, LONGEST_NUMBER) : value;
    return CrmException.badParameter(field.name(), reason + ", not " + shown);
  }

  /** A value that is none of its column's. */
  private static final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    final String reason;

    Wrong(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }
}
