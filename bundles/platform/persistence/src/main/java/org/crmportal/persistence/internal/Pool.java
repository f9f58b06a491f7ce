package org.crmportal.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.crmportal.platform.DatabaseAddress;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Publishes the pooled data source {@code crm-pool} and the plain one {@code crm-admin}, for what
 * is bound to a connection of its own: migrations, LISTEN and advisory locks. Every wait is
 * bounded.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.crmportal.pool")
public final class Pool {

  private final HikariDataSource pool;
  private final Pulse pulse;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  /** The keys of {@code org.crmportal.pool.cfg}; there a dot stands for the low line. */
  @interface Config {
    int max_connections() default 16;

    int wait_milliseconds() default 5000;

    int statement_timeout_seconds() default 30;

    int silence_seconds() default 8;
  }

  @Activate
  public Pool(BundleContext context, @Reference DatabaseAddress address, Config config) {
    var source = new Tracked();
    at(address, source);
    pool = new HikariDataSource(hikari(source, config));
    pulse = new Pulse(probe(address, config), source);
    publish(context, "crm-pool", pool);
    publish(context, "crm-admin", at(address, new PGSimpleDataSource()));
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

  private static HikariConfig hikari(PGSimpleDataSource source, Config config) {
    source.setSocketTimeout(config.statement_timeout_seconds() + 10);
    source.setPrepareThreshold(2);
    source.setReWriteBatchedInserts(true);
    source.setOptions(
        "-c statement_timeout=%ds -c lock_timeout=10s -c idle_in_transaction_session_timeout=120s"
            .formatted(config.statement_timeout_seconds()));
    var hikari = new HikariConfig();
    hikari.setPoolName("crm");
    hikari.setDataSource(source);
    hikari.setMaximumPoolSize(config.max_connections());
    hikari.setConnectionTimeout(config.wait_milliseconds());
    hikari.setInitializationFailTimeout(-1);
    return hikari;
  }

  /** Half of the time for an answer, half of it for a greeting. */
  private static PGSimpleDataSource probe(DatabaseAddress address, Config config) {
    var source = at(address, new PGSimpleDataSource());
    int seconds = Math.max(1, config.silence_seconds() / 2);
    source.setConnectTimeout(seconds);
    source.setSocketTimeout(seconds);
    return source;
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
