package org.crmportal.operations.internal;

import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells on one screen how the node is. */
@Component
public final class StatusCommand implements ConsoleCommand {

  private final HealthReport health;

  @Activate
  public StatusCommand(@Reference HealthReport health) {
    this.health = health;
  }

  @Override
  public Usage usage() {
    return Usage.of("status", "How this node is, on one screen");
  }

  @Override
  public void run(ConsoleCall call) {
    call.show(health.parts());
  }
}
