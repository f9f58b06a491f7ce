package org.crmportal.jobs.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.JobStatus;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.Metric.Sample;
import org.crmportal.platform.metrics.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many jobs there are in each state, on all nodes, and how long the oldest one waits. */
@Component(service = MetricSource.class)
public final class JobMetrics implements MetricSource {

  private static final String COUNT =
      "SELECT status, count(*), coalesce(extract(epoch FROM "
          + JobTable.NOW
          + " - min(created_at)), 0) FROM jobs GROUP BY status";

  private final Transactions transactions;

  @Activate
  public JobMetrics(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Metric> metrics() {
    return transactions.read(JobMetrics::count);
  }

  private static List<Metric> count(Connection connection) throws SQLException {
    var counts = new LinkedHashMap<String, Double>();
    for (var status : JobStatus.values()) {
      counts.put(JobTable.name(status), 0.0);
    }
    double waiting = 0;
    try (var select = connection.createStatement()) {
      select.setQueryTimeout(1);
      for (var row = select.executeQuery(COUNT); row.next(); ) {
        counts.put(row.getString(1), row.getDouble(2));
        if (row.getString(1).equals(JobTable.name(JobStatus.QUEUED))) {
          waiting = Math.max(0, row.getDouble(3));
        }
      }
    }
    var samples = new ArrayList<Sample>();
    counts.forEach((status, count) -> samples.add(new Sample(Map.of("status", status), count)));
    return List.of(
        new Metric("crm_jobs", "Jobs of all nodes by state", Metric.Kind.GAUGE, samples),
        Metric.gauge("crm_jobs_oldest_waiting_seconds", "How long the oldest one waits", waiting));
  }
}
