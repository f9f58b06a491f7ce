package org.crmportal.itests;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never for a time. */
public final class Wait {

  private static final long LOOK_NANOSECONDS = Duration.ofMillis(50).toNanos();

  private Wait() {}

  /** Something that is or is not yet so; a failure counts as not yet. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** Returns when it holds, or fails when the time is over. */
  public static void until(String what, Duration limit, Condition condition) {
    var end = System.nanoTime() + limit.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(LOOK_NANOSECONDS);
    }
    throw new AssertionError("not within " + limit + ": " + what, last);
  }
}
