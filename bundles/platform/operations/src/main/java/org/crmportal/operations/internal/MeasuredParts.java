package org.crmportal.operations.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every part what it measures. One that fails or does not return costs only its own lines. */
@Component(service = MeasuredParts.class)
public final class MeasuredParts {

  private static final Logger LOG = LoggerFactory.getLogger(MeasuredParts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
  private final Set<MetricSource> troubled = ConcurrentHashMap.newKeySet();
  private final Map<MetricSource, Future<List<Metric>>> asked = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(MeasuredParts::thread);
  private final Duration patience;

  @Activate
  public MeasuredParts() {
    this(PATIENCE);
  }

  MeasuredParts(Duration patience) {
    this.patience = patience;
  }

  /** A source has come. */
  @Reference(
      name = "source",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(MetricSource source) {
    sources.add(source);
  }

  /** A source has gone. */
  public void remove(MetricSource source) {
    sources.remove(source);
    troubled.remove(source);
    asked.remove(source);
  }

  @Deactivate
  void close() {
    threads.shutdownNow();
  }

  /** What every part measures now, each name once: two of them would make it unreadable. */
  List<Metric> metrics() {
    var deadline = System.nanoTime() + patience.toNanos();
    // One that has not returned from the last time is not asked again: threads would pile up.
    sources.forEach(source -> asked.computeIfAbsent(source, each -> threads.submit(each::metrics)));
    var names = new HashSet<String>();
    return sources.stream()
        .flatMap(source -> answer(source, deadline).stream())
        .filter(metric -> names.add(metric.name()))
        .toList();
  }

  /** The same by name and labels: {@code crm_jobs{status="queued"}}. */
  Map<String, Double> values() {
    var values = new TreeMap<String, Double>();
    for (var metric : metrics()) {
      for (var sample : metric.samples()) {
        var labels = new StringJoiner(",", "{", "}").setEmptyValue("");
        new TreeMap<>(sample.labels())
            .forEach((name, value) -> labels.add(name + "=\"" + value + "\""));
        values.put(metric.name() + labels, sample.value());
      }
    }
    return values;
  }

  private List<Metric> answer(MetricSource source, long deadline) {
    var future = asked.get(source);
    if (future == null) {
      return List.of();
    }
    try {
      var left = Math.max(1, deadline - System.nanoTime());
      var metrics = future.get(left, TimeUnit.NANOSECONDS);
      asked.remove(source);
      troubled.remove(source);
      return metrics;
    } catch (TimeoutException e) {
      tell(source, "does not answer");
    } catch (ExecutionException e) {
      asked.remove(source);
      tell(source, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  private void tell(MetricSource source, String why) {
    if (troubled.add(source)) {
      LOG.warn("{} is left out of the metrics: {}", source.getClass().getName(), why);
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }
}
