package org.crmportal.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets some lines into the log at once and then one a second: it must not drown in them. */
public final class Throttle {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int AT_ONCE = 10;

  private final LongSupplier nanoTime;
  private final AtomicLong untold = new AtomicLong();
  private long last;
  private double free = AT_ONCE;

  /**
   * Makes one that has room for ten lines.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public Throttle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** Whether there is room for a line; if not, it is counted. */
  public boolean allows() {
    if (takes()) {
      return true;
    }
    untold.incrementAndGet();
    return false;
  }

  /** How many were left out since this was last asked, for the end of a line; empty if none. */
  public String untold() {
    long count = untold.getAndSet(0);
    return count == 0 ? "" : "; " + count + " more were not named";
  }

  private synchronized boolean takes() {
    long now = nanoTime.getAsLong();
    free = Math.min(AT_ONCE, free + (now - last) / (double) PAUSE_NANOS);
    last = now;
    if (free < 1) {
      return false;
    }
    free--;
    return true;
  }
}
