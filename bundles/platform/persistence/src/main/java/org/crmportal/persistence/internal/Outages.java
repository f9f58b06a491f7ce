package org.crmportal.persistence.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that the database does not serve: at once, and not again for every request. */
final class Outages {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanoTime;
  private final AtomicLong next;
  private final AtomicLong untold = new AtomicLong();

  Outages(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = new AtomicLong(nanoTime.getAsLong());
  }

  /** The failure that an exception stands for; one of the database is told to the log. */
  RuntimeException failure(Exception thrown) {
    var failure = Failures.of(thrown);
    if (failure instanceof CrmException refusal && refusal.reason() == Reason.UNAVAILABLE) {
      Throwable cause = thrown;
      for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          tell(sql);
          return failure;
        }
      }
    }
    return failure;
  }

  private void tell(SQLException cause) {
    var now = nanoTime.getAsLong();
    var due = next.get();
    if (now - due < 0 || !next.compareAndSet(due, now + PAUSE_NANOS)) {
      untold.incrementAndGet();
      return;
    }
    LOG.warn(
        "The database does not serve ({}): {}; {} more requests since this was last said",
        cause.getSQLState(),
        cause.getMessage(),
        untold.getAndSet(0));
  }
}
