package org.crmportal.operations.internal;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.crmportal.platform.metrics.RequestObserver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that is measured. Requests are counted as they end, all else is asked when it is read. */
@Component(service = {Metrics.class, RequestObserver.class})
public final class Metrics implements RequestObserver {

  /** Anybody may send any word as a method, and each would be a series of its own. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final double[] SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final MeasuredParts parts;
  private final Histogram requests =
      Histogram.builder()
          .name("crm_http_request_seconds")
          .help("Requests to the REST API by the template of their path")
          .labelNames("method", "route", "status")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  @Activate
  public Metrics(@Reference MeasuredParts parts) {
    this.parts = parts;
    JvmMemoryMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmClassLoadingMetrics.builder().register(registry);
    ProcessMetrics.builder().register(registry);
  }

  @Override
  public void ended(String method, String route, int status, long nanoseconds) {
    requests
        .labelValues(
            METHODS.contains(method) ? method : "other",
            route.isEmpty() ? "unknown" : "/" + route,
            Integer.toString(status))
        .observe(nanoseconds / 1e9);
  }

  /** Writes all of it in Prometheus' text format, and does not close what it writes to. */
  void write(OutputStream out) throws IOException {
    var all = MetricSnapshots.builder();
    registry.scrape().forEach(all::metricSnapshot);
    Snapshots.of(parts.metrics()).forEach(all::metricSnapshot);
    writer.write(out, all.build());
  }

  static String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }
}
