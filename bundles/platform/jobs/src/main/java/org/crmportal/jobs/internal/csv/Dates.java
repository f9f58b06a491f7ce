package org.crmportal.jobs.internal.csv;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in one format; what says no zone is in UTC. */
final class Dates {

  /** A year outside quoted text; in strict patterns it must not be a year of an era. */
  private static final Pattern YEAR = Pattern.compile("y(?=([^']*'[^']*')*[^']*$)");

  private final String example;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;

  /** Dates in a format, e.g. {@code M/d/yyyy}; null means ISO 8601. */
  Dates(@Nullable String format) {
    example = format == null ? "2026-11-22" : format;
    dates = format == null ? DateTimeFormatter.ISO_LOCAL_DATE : strict(format);
    times = format == null ? DateTimeFormatter.ISO_DATE_TIME : dates;
  }

  private static DateTimeFormatter strict(String format) {
    var pattern = YEAR.matcher(format).replaceAll("u");
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  LocalDate date(String text) throws Unreadable {
    try {
      return storable(LocalDate.parse(text, dates));
    } catch (DateTimeException e) {
      throw new Unreadable("must be a date as " + example);
    }
  }

  /** A time; a day stands for its first moment. */
  Instant instant(String text) throws Unreadable {
    try {
      var time =
          times.parseBest(
              text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T"),
              ZonedDateTime::from,
              LocalDateTime::from);
      var instant = time instanceof LocalDateTime local ? local.toInstant(UTC) : Instant.from(time);
      storable(LocalDate.ofInstant(instant, UTC));
      return instant;
    } catch (DateTimeException e) {
      return date(text).atStartOfDay().toInstant(UTC);
    }
  }

  private static LocalDate storable(LocalDate date) throws Unreadable {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new Unreadable("must be of the years 1 to 9999");
    }
    return date;
  }
}
