package org.crmportal.operations.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.StartupNotice;
import org.crmportal.platform.health.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever started the server, once, that it is ready and where: when all modules run and what
 * they serve is answered over HTTP. As long as it is not, it says now and then what is missing.
 */
@Component(
    service = {},
    immediate = true)
public final class Ready {

  private static final Logger LOG = LoggerFactory.getLogger(Ready.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HealthReport report;
  private final Startup startup;
  private final Address address;
  private final PrintStream out;
  private final List<StartupNotice> notices = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> looking;
  private Duration nextWord = PATIENCE;

  @Activate
  public Ready(
      @Reference HealthReport report, @Reference Startup startup, @Reference HttpHealth http) {
    this(report, startup, http.address(), System.out);
  }

  Ready(HealthReport report, Startup startup, Address address, PrintStream out) {
    this.report = report;
    this.startup = startup;
    this.address = address;
    this.out = out;
    looking =
        startup.over()
            ? CompletableFuture.completedFuture(null)
            : clock.scheduleWithFixedDelay(this::look, 100, 200, TimeUnit.MILLISECONDS);
  }

  /** Something to tell has come. */
  @Reference(
      name = "notice",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(StartupNotice notice) {
    notices.add(notice);
  }

  /** Something to tell has gone. */
  public void remove(StartupNotice notice) {
    notices.remove(notice);
  }

  @Deactivate
  void close() {
    looking.cancel(true);
    clock.shutdownNow();
  }

  private void look() {
    try {
      var obstacle = obstacle();
      if (obstacle.isEmpty()) {
        startup.isReady();
        tell();
        looking.cancel(false);
        clock.shutdown();
      } else if (startup.age().compareTo(nextWord) > 0) {
        nextWord = startup.age().plus(PATIENCE);
        out.println("CRM Portal is not ready yet: " + obstacle.get());
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the looking.
      LOG.error("Cannot find out whether the server is ready", e);
    }
  }

  /** What keeps the server from being ready, if anything does. */
  private Optional<String> obstacle() {
    return report.parts().stream()
        .filter(part -> part.state() == Health.State.DOWN)
        .map(part -> part.part() + ": " + part.cause())
        .findFirst();
  }

  private void tell() {
    out.println("CRM Portal is ready: " + address);
    for (var notice : notices) {
      var text = notice.text();
      if (!text.isBlank()) {
        out.println(text.stripTrailing());
      }
    }
    out.flush();
    LOG.info("Ready at {} after {} s", address, startup.age().toSeconds());
  }
}
