package org.crmportal.operations.internal;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.health.Health;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells on one screen how the node is. */
@Component
public final class StatusCommand implements ConsoleCommand {

  private static final long MEGABYTE = 1 << 20;

  private final HealthReport health;
  private final Modules modules;
  private final HttpHealth http;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  @Activate
  public StatusCommand(
      @Reference HealthReport health, @Reference Modules modules, @Reference HttpHealth http) {
    this.health = health;
    this.modules = modules;
    this.http = http;
  }

  @Override
  public Usage usage() {
    return Usage.of("status", "How this node is, on one screen; it fails if it is not ready")
        .needs("modules:read");
  }

  @Override
  public void run(ConsoleCall call) {
    var parts = health.parts();
    var troubles = parts.stream().filter(each -> each.state() != Health.State.UP).toList();
    boolean ready = HealthReport.ready(parts);
    var status =
        new Status(
            !ready ? "not_ready" : troubles.isEmpty() ? "ready" : "degraded",
            http.address().toString(),
            FrameworkUtil.getBundle(StatusCommand.class).getVersion().toString(),
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
            troubles,
            running(),
            figures(),
            machine());
    call.say(new StatusText(status).text(), status);
    if (!ready) {
      throw CrmException.of(
          CrmException.Reason.UNAVAILABLE, "not_ready", "The node is not ready", Map.of());
    }
  }

  private List<String> running() {
    return modules.all().stream()
        .filter(module -> module.state() == Module.State.RUNNING)
        .map(Module::name)
        .toList();
  }

  private @Nullable DatabaseFigures figures() {
    try {
      var database = transactions;
      return database == null ? null : database.read(DatabaseFigures::read);
    } catch (CrmException e) {
      return null;
    }
  }

  private static Status.Machine machine() {
    var runtime = Runtime.getRuntime();
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Status.Machine(
        Runtime.version().toString(),
        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
        runtime.maxMemory() / MEGABYTE,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system.getSystemLoadAverage(),
        system.getAvailableProcessors(),
        new File(System.getProperty("karaf.base", ".")).getUsableSpace() / MEGABYTE);
  }
}
