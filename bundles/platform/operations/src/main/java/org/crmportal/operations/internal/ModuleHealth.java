package org.crmportal.operations.internal;

import java.util.ArrayList;
import java.util.List;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says of each module whether it runs. While the server starts, one that does not yet makes it not
 * ready; later the rest serves without it.
 */
@Component(service = HealthCheck.class)
public final class ModuleHealth implements HealthCheck {

  private final Modules modules;
  private final Startup startup;

  @Activate
  public ModuleHealth(@Reference Modules modules, @Reference Startup startup) {
    this.modules = modules;
    this.startup = startup;
  }

  @Override
  public List<Health> check() {
    var parts = new ArrayList<Health>();
    parts.add(
        startup.allStarted()
            ? Health.up("modules")
            : Health.down("modules", "they are being started"));
    modules.all().forEach(module -> parts.add(health(module)));
    return parts;
  }

  private Health health(Module module) {
    var part = "module " + module.name();
    return switch (module.state()) {
      case RUNNING -> Health.up(part);
      case WAITING -> notYet(part, "waits for " + String.join(", ", module.missing()));
      case FAILED -> notYet(part, "failed to start");
      case STOPPED ->
          startup.allStarted()
              ? Health.degraded(part, "stopped")
              : Health.down(part, "not started yet");
      case UNRESOLVED -> Health.degraded(part, "needs a bundle that is not installed");
      case AVAILABLE -> Health.degraded(part, "not installed");
    };
  }

  private Health notYet(String part, String cause) {
    return startup.over() ? Health.degraded(part, cause) : Health.down(part, cause);
  }
}
