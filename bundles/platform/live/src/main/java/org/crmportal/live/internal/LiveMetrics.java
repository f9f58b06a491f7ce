package org.crmportal.live.internal;

import java.util.List;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many streams are open. */
@Component
public final class LiveMetrics implements MetricSource {

  private final Live live;

  @Activate
  public LiveMetrics(@Reference Live live) {
    this.live = live;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.gauge("crm_live_streams", "Open streams of changes", live.readers().count()),
        Metric.counter(
            "crm_live_streams_refused",
            "Streams that were refused because there were too many",
            (double) live.readers().refused()));
  }
}
