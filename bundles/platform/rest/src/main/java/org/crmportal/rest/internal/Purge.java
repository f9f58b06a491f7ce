package org.crmportal.rest.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crmportal.rest.internal.http.Idempotency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old idempotency keys every hour; each node does it, which harms nobody. */
final class Purge implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

  private final Idempotency idempotency;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "crm-rest-purge");
            thread.setDaemon(true);
            return thread;
          });

  Purge(Idempotency idempotency) {
    this.idempotency = idempotency;
    var unused = clock.scheduleWithFixedDelay(this::run, 10, 60, TimeUnit.MINUTES);
  }

  private void run() {
    try {
      idempotency.purge();
    } catch (RuntimeException e) {
      LOG.warn("old idempotency keys stay for another hour: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
