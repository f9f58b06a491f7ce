package org.crmportal.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.crmportal.platform.DatabaseAddress;
import org.crmportal.platform.metrics.MetricSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the pooled data source {@code crm-pool} and the plain one {@code crm-admin}, for what
 * is bound to a connection of its own: migrations, LISTEN and advisory locks. Every wait is
 * bounded.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.crmportal.pool")
@Designate(ocd = Pool.Config.class)
public final class Pool {

  private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

  private final Tracked source;
  private final boolean pooled;
  private final HikariDataSource pool;
  private final SlowStatements slow = new SlowStatements();
  private final PGSimpleDataSource probe;
  private final Pulse pulse;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private Config config;

  /** The keys of {@code org.crmportal.pool.cfg}; there a dot stands for the low line. */
  @ObjectClassDefinition(name = "Connections to the database")
  public @interface Config {
    @AttributeDefinition(name = "Connections of this node at most", min = "2", max = "500")
    int max_connections() default 16;

    @AttributeDefinition(name = "How long a request waits for one", min = "250", max = "60000")
    int wait_milliseconds() default 5000;

    @AttributeDefinition(name = "How long a statement may take", min = "1", max = "3600")
    int statement_timeout_seconds() default 30;

    @AttributeDefinition(
        name = "How long a database may answer nobody until it is given up",
        min = "2",
        max = "300")
    int silence_seconds() default 8;

    @AttributeDefinition(
        name = "A statement that takes longer is named in the log; 0 names none",
        min = "0",
        max = "3600000")
    int slow_statement_milliseconds() default 500;
  }

  @Activate
  public Pool(BundleContext context, @Reference DatabaseAddress address, Config config) {
    this.config = config;
    this.source = new Tracked(slow);
    this.pooled = !address.poolerUrl().equals(address.url());
    at(address, source);
    source.setUrl(address.poolerUrl());
    // A pooler hands on neither what a connection has prepared nor what it was opened with.
    source.setPrepareThreshold(pooled ? 0 : 2);
    limit(config);
    this.pool = new HikariDataSource(hikari(source, config));
    this.probe = at(address, new PGSimpleDataSource());
    probe.setUrl(address.poolerUrl());
    patience(config);
    this.pulse = new Pulse(probe, source);
    publish(context, "crm-pool", pool);
    publish(context, "crm-admin", at(address, new PGSimpleDataSource()));
    var measured = new PoolMetrics(pool);
    pool.setMetricsTrackerFactory(measured);
    registrations.add(context.registerService(MetricSource.class, measured, null));
  }

  /** Takes new limits over. Connections that are in use stay, and are replaced after it. */
  @Modified
  void change(Config changed) {
    var before = config;
    config = changed;
    limit(changed);
    patience(changed);
    pool.setConnectionTimeout(changed.wait_milliseconds());
    if (changed.max_connections() >= before.max_connections()) {
      pool.setMaximumPoolSize(changed.max_connections());
      pool.setMinimumIdle(changed.max_connections());
    } else {
      pool.setMinimumIdle(changed.max_connections());
      pool.setMaximumPoolSize(changed.max_connections());
    }
    boolean smaller = changed.max_connections() < before.max_connections();
    boolean others = changed.statement_timeout_seconds() != before.statement_timeout_seconds();
    if (smaller || others) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    LOG.info(
        "The pool has up to {} connections now; a statement may take {} s",
        changed.max_connections(),
        changed.statement_timeout_seconds());
  }

  @Deactivate
  void close() {
    registrations.forEach(ServiceRegistration::unregister);
    pulse.close();
    pool.close();
  }

  private void publish(BundleContext context, String name, DataSource source) {
    var properties = FrameworkUtil.asDictionary(Map.of("osgi.jndi.service.name", name));
    registrations.add(context.registerService(DataSource.class, source, properties));
  }

  /** What a connection gets when it is made. */
  private void limit(Config limits) {
    slow.slow(limits.slow_statement_milliseconds());
    source.setSocketTimeout(limits.statement_timeout_seconds() + 10);
    if (!pooled) {
      source.setOptions(
          "-c statement_timeout=%ds -c lock_timeout=10s -c idle_in_transaction_session_timeout=120s"
              .formatted(limits.statement_timeout_seconds()));
    }
  }

  private static HikariConfig hikari(PGSimpleDataSource source, Config config) {
    source.setReWriteBatchedInserts(true);
    var hikari = new HikariConfig();
    hikari.setPoolName("crm");
    hikari.setDataSource(source);
    hikari.setMaximumPoolSize(config.max_connections());
    hikari.setConnectionTimeout(config.wait_milliseconds());
    hikari.setInitializationFailTimeout(-1);
    return hikari;
  }

  /** Half of the time for an answer, half of it for a greeting. */
  private void patience(Config limits) {
    int seconds = Math.max(1, limits.silence_seconds() / 2);
    probe.setConnectTimeout(seconds);
    probe.setSocketTimeout(seconds);
  }

  private static PGSimpleDataSource at(DatabaseAddress address, PGSimpleDataSource source) {
    source.setUrl(address.url());
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setConnectTimeout(5);
    source.setTcpKeepAlive(true);
    source.setApplicationName("crm-portal");
    source.setStringType("unspecified");
    return source;
  }
}
