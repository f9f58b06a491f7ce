package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;

/** How calls end. */
final class Outcomes {

  private Outcomes() {}

  /** Waits until something holds, and says how long that took. */
  static Duration until(BooleanSupplier holds) {
    var start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A call fails for this reason. */
  static CrmException assertFails(Reason reason, Supplier<?> call) {
    try {
      var result = call.get();
      throw new AssertionError("did not fail but gave " + result);
    } catch (CrmException e) {
      assertThat(e.reason()).as("%s %s", e, e.violations()).isEqualTo(reason);
      return e;
    }
  }

  /** A call that returns nothing fails for this reason. */
  static CrmException assertRefused(Reason reason, Runnable call) {
    return assertFails(
        reason,
        () -> {
          call.run();
          return "nothing";
        });
  }
}
