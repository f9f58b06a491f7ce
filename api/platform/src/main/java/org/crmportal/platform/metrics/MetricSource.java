package org.crmportal.platform.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Measures something of the server; register an implementation as a service. */
@ConsumerType
public interface MetricSource {

  /**
   * What this measures, as it is now. It is called whenever somebody scrapes: it answers within a
   * second and changes nothing. One that throws or takes longer is left out of that answer.
   */
  List<Metric> metrics();
}
