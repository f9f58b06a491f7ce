package org.crmportal.operations.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every part how it is. The answer is kept for a moment, so that whoever asks all the time
 * does not load the database, and a check that does not return is waited for only that long.
 */
@Component(service = HealthReport.class)
public final class HealthReport {

  private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofMillis(500);

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(HealthReport::thread);
  private final Duration patience;
  private List<Health> last = List.of();
  private long lastAt;

  @Activate
  public HealthReport() {
    this(PATIENCE);
  }

  HealthReport(Duration patience) {
    this.patience = patience;
  }

  /** A check has come. */
  @Reference(
      name = "check",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(HealthCheck check) {
    checks.add(check);
  }

  /** A check has gone. */
  public void remove(HealthCheck check) {
    checks.remove(check);
  }

  /** How every part is, by name. */
  synchronized List<Health> parts() {
    if (lastAt == 0 || System.nanoTime() - lastAt > FRESH.toNanos()) {
      last = ask();
      lastAt = System.nanoTime();
    }
    return last;
  }

  /** Whether the server can serve. */
  static boolean ready(List<Health> parts) {
    return parts.stream().noneMatch(part -> part.state() == Health.State.DOWN);
  }

  @Deactivate
  void close() {
    threads.shutdownNow();
  }

  private List<Health> ask() {
    var deadline = System.nanoTime() + patience.toNanos();
    var asked = new ArrayList<Asked>();
    checks.forEach(check -> asked.add(new Asked(check, threads.submit(check::check))));
    var parts = new ArrayList<Health>();
    asked.forEach(each -> parts.addAll(each.answer(deadline)));
    parts.sort(Comparator.comparing(Health::part));
    return List.copyOf(parts);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "health check");
    thread.setDaemon(true);
    return thread;
  }

  /** A check that has been asked. */
  private record Asked(HealthCheck check, Future<List<Health>> future) {

    /** What a check is of: one that does not answer cannot say so itself. */
    private static String name(HealthCheck check) {
      return check
          .getClass()
          .getSimpleName()
          .replaceFirst("Health(Check)?$", "")
          .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
          .toLowerCase(Locale.ROOT);
    }

    List<Health> answer(long deadline) {
      var name = name(check);
      try {
        var left = Math.max(1, deadline - System.nanoTime());
        return future.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        future.cancel(true);
        return List.of(Health.down(name, "does not answer"));
      } catch (ExecutionException e) {
        LOG.warn("The health check {} failed", name, e.getCause());
        return List.of(Health.down(name, "cannot be asked"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of(Health.down(name, "was not asked to the end"));
      }
    }
  }
}
