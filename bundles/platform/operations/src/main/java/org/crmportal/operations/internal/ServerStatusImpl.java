package org.crmportal.operations.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.Migrations;
import org.crmportal.operations.ServerStatus;
import org.crmportal.operations.StatusReport;
import org.crmportal.operations.StatusReport.Database;
import org.crmportal.operations.StatusReport.Disk;
import org.crmportal.operations.StatusReport.ModuleState;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.health.Health;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Puts together what the other parts know. */
@Component
public final class ServerStatusImpl implements ServerStatus {

  private static final String SIZE =
      "select current_setting('server_version'), pg_database_size(current_database())";

  private final String version;
  private final Path folder;
  private final HealthReport health;
  private final MeasuredParts measured;
  private final Modules modules;
  private final Migrations migrations;
  private final LogCount log;
  private final HttpHealth http;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  @Activate
  public ServerStatusImpl(
      BundleContext context,
      @Reference HealthReport health,
      @Reference MeasuredParts measured,
      @Reference Modules modules,
      @Reference Migrations migrations,
      @Reference LogCount log,
      @Reference HttpHealth http) {
    this.version = context.getBundle().getVersion().toString();
    this.folder = Path.of(context.getProperty("karaf.base"));
    this.health = health;
    this.measured = measured;
    this.modules = modules;
    this.migrations = migrations;
    this.log = log;
    this.http = http;
  }

  @Override
  public StatusReport now() {
    var parts = health.parts();
    var values = measured.values();
    var folders = migrations.status();
    var disk = disk();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new StatusReport(
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        version,
        http.address().node(),
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        HealthReport.ready(parts),
        wrong(parts, values),
        database(parts, folders),
        folders.size(),
        folders.stream().filter(each -> !ready(each)).map(FolderStatus::folder).toList(),
        modules.all().stream().map(ServerStatusImpl::state).toList(),
        values,
        disk,
        heap.getUsed(),
        heap.getMax(),
        log.errors(),
        log.warnings(),
        log.lastError().orElse(null));
  }

  private static List<Health> wrong(List<Health> parts, Map<String, Double> values) {
    var wrong = new ArrayList<Health>();
    parts.stream().filter(part -> part.state() != Health.State.UP).forEach(wrong::add);
    if (values.getOrDefault("crm_pool_waiting", 0.0) > 0) {
      wrong.add(Health.degraded("pool", "requests wait for a connection"));
    }
    if (values.getOrDefault("crm_jobs_oldest_waiting_seconds", 0.0) > 600) {
      wrong.add(Health.degraded("jobs", "one waits for more than ten minutes"));
    }
    wrong.sort(Comparator.comparing(Health::state).reversed());
    return wrong;
  }

  /** One that is known to be down is not waited for. */
  private @Nullable Database database(List<Health> parts, List<FolderStatus> folders) {
    var service = transactions;
    boolean down =
        parts.stream().anyMatch(p -> p.part().equals("database") && p.state() == Health.State.DOWN);
    if (service == null || down) {
      return null;
    }
    try {
      int changes = folders.stream().mapToInt(each -> Math.max(0, each.applied())).sum();
      return service.read(connection -> database(connection, changes));
    } catch (CrmException e) {
      return null;
    }
  }

  private static @Nullable Database database(Connection connection, int changes)
      throws SQLException {
    try (var select = connection.createStatement()) {
      select.setQueryTimeout(2);
      var row = select.executeQuery(SIZE);
      return row.next() ? new Database(row.getString(1), row.getLong(2), changes) : null;
    }
  }

  private Disk disk() {
    try {
      var store = Files.getFileStore(folder);
      return new Disk(folder.toString(), store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      return new Disk(folder.toString(), 0, 0);
    }
  }

  private static boolean ready(FolderStatus folder) {
    return folder.state() == FolderStatus.State.READY;
  }

  private static ModuleState state(Module module) {
    return new ModuleState(
        module.name(),
        module.version(),
        module.state().name().toLowerCase(Locale.ROOT),
        module.missing());
  }
}
