package org.crmportal.auth.internal;

import java.time.Duration;

/** How long somebody who keeps failing has to wait: it doubles with each failure. */
final class Backoff {

  static final int ALLOWED = 5;

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /** The pause after so many failures in a row. */
  static Duration after(int failures) {
    if (failures < ALLOWED) {
      return Duration.ZERO;
    }
    var pause = FIRST.multipliedBy(1L << Math.min(failures - ALLOWED, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
