package org.crmportal.db;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never for a time. */
final class Waiting {

  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Waiting() {}

  @FunctionalInterface
  interface Condition {
    boolean holds() throws SQLException;
  }

  static void until(String what, Condition condition) throws SQLException {
    var end = System.nanoTime() + LIMIT_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within a minute: " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
