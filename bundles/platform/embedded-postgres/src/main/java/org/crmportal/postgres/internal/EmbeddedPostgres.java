package org.crmportal.postgres.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the embedded PostgreSQL where no external one is configured, and says where it is. */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.crmportal.database")
public final class EmbeddedPostgres {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final BundleContext context;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "postgres-start"));
  private @Nullable PostgresServer server;
  private @Nullable ServiceRegistration<?> registration;

  /** The keys of {@code org.crmportal.database.cfg} that matter here. */
  @interface Config {
    String url() default "";
  }

  @Activate
  public EmbeddedPostgres(BundleContext context, Config config) {
    this.context = context;
    if (config.url().isBlank()) {
      // The rest of the node starts meanwhile.
      starter.execute(this::start);
    }
  }

  private void start() {
    try {
      server = PostgresServer.start(Path.of(context.getProperty("karaf.base"), "postgresql"));
      registration = context.registerService(DatabaseAddress.class, server, null);
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.error("The embedded PostgreSQL does not start", e);
    }
  }

  @Deactivate
  void stop() throws IOException, InterruptedException {
    starter.shutdown();
    if (!starter.awaitTermination(5, TimeUnit.MINUTES)) {
      LOG.error("The embedded PostgreSQL neither started nor failed; it is left as it is");
      return;
    }
    if (registration != null) {
      registration.unregister();
    }
    if (server != null) {
      server.close();
    }
  }
}
