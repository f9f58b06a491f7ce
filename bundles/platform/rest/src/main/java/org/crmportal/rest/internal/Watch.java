package org.crmportal.rest.internal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.crmportal.platform.Throttle;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.MetricSource;
import org.crmportal.platform.metrics.RequestObserver;
import org.crmportal.rest.internal.http.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request, and names in the log those that take long. */
final class Watch implements MetricSource {

  private static final Logger LOG = LoggerFactory.getLogger("org.crmportal.slow.request");

  private final Supplier<@Nullable RequestObserver> observer;
  private final Limits limits;
  private final LongAdder running = new LongAdder();
  private final Throttle throttle = new Throttle(System::nanoTime);

  /**
   * @param observer who is told of each; it may be missing
   */
  Watch(Supplier<@Nullable RequestObserver> observer, Limits limits) {
    this.observer = observer;
    this.limits = limits;
  }

  /** Begins to measure; returns the time of it, for {@link #ends}. */
  long begins() {
    running.increment();
    return System.nanoTime();
  }

  void ends(Call call, int status, long since) {
    long took = System.nanoTime() - since;
    running.decrement();
    var told = observer.get();
    if (told != null) {
      told.ended(call.method(), call.route(), status, took);
    }
    long slow = limits.slowMilliseconds();
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(took);
    if (slow > 0 && milliseconds >= slow && throttle.allows()) {
      LOG.warn(
          "Slow request: {} /{} took {} ms, status {}, request {}{}",
          call.method(),
          call.route().isEmpty() ? "?" : call.route(),
          milliseconds,
          status,
          call.requestId(),
          throttle.untold());
    }
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.gauge(
            "crm_http_requests_in_flight",
            "Requests that are being answered",
            (double) running.sum()));
  }
}
