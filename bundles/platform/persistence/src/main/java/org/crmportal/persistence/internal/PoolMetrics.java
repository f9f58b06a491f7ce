package org.crmportal.persistence.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.Metric.Sample;
import org.crmportal.platform.metrics.MetricSource;

/** What the pool is doing, and how often nobody got a connection in time. */
final class PoolMetrics implements MetricSource, MetricsTrackerFactory {

  private final HikariDataSource pool;
  private final LongAdder timeouts = new LongAdder();
  private final LongAdder acquired = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();

  PoolMetrics(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public IMetricsTracker create(String name, PoolStats stats) {
    return new IMetricsTracker() {
      @Override
      public void recordConnectionAcquiredNanos(long nanoseconds) {
        acquired.increment();
        waitedNanos.add(nanoseconds);
      }

      @Override
      public void recordConnectionTimeout() {
        timeouts.increment();
      }
    };
  }

  @Override
  public List<Metric> metrics() {
    var now = pool.getHikariPoolMXBean();
    return List.of(
        new Metric(
            "crm_pool_connections",
            "Connections to the database by what they do",
            Metric.Kind.GAUGE,
            List.of(
                new Sample(Map.of("state", "active"), now.getActiveConnections()),
                new Sample(Map.of("state", "idle"), now.getIdleConnections()))),
        Metric.gauge(
            "crm_pool_connections_max",
            "Connections that the pool may have",
            pool.getMaximumPoolSize()),
        Metric.gauge(
            "crm_pool_waiting",
            "Threads that wait for a connection",
            now.getThreadsAwaitingConnection()),
        Metric.counter(
            "crm_pool_timeouts",
            "Times nobody gave a connection back in time",
            (double) timeouts.sum()),
        Metric.counter("crm_pool_acquired", "Connections that were taken", (double) acquired.sum()),
        Metric.counter(
            "crm_pool_wait_seconds",
            "Time spent waiting for connections, all together",
            waitedNanos.sum() / 1e9));
  }
}
