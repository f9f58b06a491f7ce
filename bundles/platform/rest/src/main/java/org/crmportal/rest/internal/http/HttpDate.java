package org.crmportal.rest.internal.http;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The header {@code Date}, made once a second; CXF would make a formatter for each answer. */
final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private record Second(long second, String text) {}

  private final InstantSource clock;
  private volatile Second last = new Second(Long.MIN_VALUE, "");

  HttpDate() {
    this(Clock.systemUTC());
  }

  HttpDate(InstantSource clock) {
    this.clock = clock;
  }

  String now() {
    long second = clock.instant().getEpochSecond();
    var known = last;
    if (known.second() != second) {
      known = new Second(second, FORMAT.format(Instant.ofEpochSecond(second)));
      last = known;
    }
    return known.text();
  }
}
