package org.crmportal.rest.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Points in time as text: always UTC, always six decimals; only years that have four digits. */
public final class Times {

  private static final DateTimeFormatter OUT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** {@code 2026-11-22T10:43:00.123456Z}. */
  public static String text(Instant time) {
    var at = time.atOffset(ZoneOffset.UTC);
    if (at.getYear() < 1 || at.getYear() > 9999) {
      return OUT.format(time);
    }
    var out = new char[27];
    digits(out, 0, 4, at.getYear());
    digits(out, 5, 2, at.getMonthValue());
    digits(out, 8, 2, at.getDayOfMonth());
    digits(out, 11, 2, at.getHour());
    digits(out, 14, 2, at.getMinute());
    digits(out, 17, 2, at.getSecond());
    digits(out, 20, 6, at.getNano() / 1000);
    out[4] = '-';
    out[7] = '-';
    out[10] = 'T';
    out[13] = ':';
    out[16] = ':';
    out[19] = '.';
    out[26] = 'Z';
    return new String(out);
  }

  /** Reads a time with any offset. */
  static Instant instant(String text) {
    var time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    fourDigits(time.atOffset(ZoneOffset.UTC).getYear());
    return time;
  }

  /** Reads a date. */
  static LocalDate date(String text) {
    var date = LocalDate.parse(text);
    fourDigits(date.getYear());
    return date;
  }

  private static void fourDigits(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("year " + year);
    }
  }

  private static void digits(char[] out, int from, int count, int value) {
    int rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      out[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
