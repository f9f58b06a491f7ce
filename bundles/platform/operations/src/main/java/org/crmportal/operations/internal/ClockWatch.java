package org.crmportal.operations.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when this machine's clock was set, or the machine slept: why sign-ins end and
 * records come from another day is then easy to see.
 */
@Component(
    service = {},
    immediate = true)
public final class ClockWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** What keeps a clock right moves it by less. */
  private static final Duration JUMP = Duration.ofSeconds(2);

  private final InstantSource wall;
  private final LongSupplier monotonic;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var named = new Thread(work, "crm-clock");
            named.setDaemon(true);
            return named;
          });
  private Instant lastWall;
  private long lastMonotonic;

  @Activate
  public ClockWatch() {
    this(Clock.systemUTC(), System::nanoTime);
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  ClockWatch(InstantSource wall, LongSupplier monotonic) {
    this.wall = wall;
    this.monotonic = monotonic;
    lastMonotonic = monotonic.getAsLong();
    lastWall = wall.instant();
  }

  @Deactivate
  void close() {
    thread.shutdownNow();
  }

  private void look() {
    jump()
        .ifPresent(
            by ->
                LOG.warn(
                    "The clock of this machine jumped {} by {}, to {}",
                    by.isNegative() ? "back" : "ahead",
                    by.abs(),
                    lastWall));
  }

  /** How far the clock was set since this was last asked, if it was. */
  Optional<Duration> jump() {
    long now = monotonic.getAsLong();
    var shown = wall.instant();
    var expected = lastWall.plusNanos(now - lastMonotonic);
    lastMonotonic = now;
    lastWall = shown;
    var by = Duration.ofSeconds(Math.round(Duration.between(expected, shown).toMillis() / 1e3));
    return by.abs().compareTo(JUMP) < 0 ? Optional.empty() : Optional.of(by);
  }
}
