package org.crmportal.rest.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast a body has to come. Whoever sends less than 4 KiB a second after a start holds a thread
 * for nothing.
 *
 * @param start how long nothing has to come at all
 * @param clock what tells the nanoseconds
 */
record Pace(Duration start, LongSupplier clock) {

  private static final Duration START = Duration.ofSeconds(20);
  private static final long NANOS_A_BYTE = 1_000_000_000L / 4096;

  /** The usual pace, or another start in seconds. */
  static Pace of(@Nullable String seconds) {
    var start = seconds == null ? START : Duration.ofSeconds(Long.parseLong(seconds));
    return new Pace(start, System::nanoTime);
  }

  /** Whether so many bytes since a time are too few. */
  boolean tooSlow(long since, long bytes) {
    return clock.getAsLong() - since > start.toNanos() + bytes * NANOS_A_BYTE;
  }
}
