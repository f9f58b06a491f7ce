package org.crmportal.operations.internal;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** What every part measures now. */
  List<MetricSnapshot> snapshots() {
    var deadline = System.nanoTime() + patience.toNanos();
    // One that has not returned from the last time is not asked again: threads would pile up.
    sources.forEach(source -> asked.computeIfAbsent(source, each -> threads.submit(each::metrics)));
    var names = new HashSet<String>();
    var found = new ArrayList<MetricSnapshot>();
    for (var source : sources) {
      for (var metric : answer(source, deadline)) {
        add(metric, names, found);
      }
    }
    return found;
  }

  /** Each name is given once: two of them would make the whole answer unreadable. */
  private static void add(Metric metric, Set<String> names, List<MetricSnapshot> found) {
    if (names.contains(metric.name())) {
      return;
    }
    try {
      found.add(snapshot(metric));
      names.add(metric.name());
    } catch (IllegalArgumentException e) {
      LOG.debug("The metric {} is left out", metric.name(), e);
    }
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

  private static MetricSnapshot snapshot(Metric metric) {
    if (metric.kind() == Metric.Kind.COUNTER) {
      var counter = CounterSnapshot.builder().name(metric.name()).help(metric.help());
      for (var sample : metric.samples()) {
        var point = CounterSnapshot.CounterDataPointSnapshot.builder();
        counter.dataPoint(point.labels(labels(sample)).value(sample.value()).build());
      }
      return counter.build();
    }
    var gauge = GaugeSnapshot.builder().name(metric.name()).help(metric.help());
    for (var sample : metric.samples()) {
      var point = GaugeSnapshot.GaugeDataPointSnapshot.builder();
      gauge.dataPoint(point.labels(labels(sample)).value(sample.value()).build());
    }
    return gauge.build();
  }

  private static Labels labels(Metric.Sample sample) {
    var sorted = new TreeMap<>(sample.labels());
    return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }
}
