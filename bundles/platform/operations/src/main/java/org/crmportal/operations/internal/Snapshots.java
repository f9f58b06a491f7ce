package org.crmportal.operations.internal;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.crmportal.platform.metrics.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is measured, in the words of Prometheus' library. */
final class Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private Snapshots() {}

  /** One with a name or labels that Prometheus does not know is left out. */
  static List<MetricSnapshot> of(List<Metric> metrics) {
    var found = new ArrayList<MetricSnapshot>();
    for (var metric : metrics) {
      try {
        found.add(snapshot(metric));
      } catch (IllegalArgumentException e) {
        LOG.debug("The metric {} is left out", metric.name(), e);
      }
    }
    return found;
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
}
