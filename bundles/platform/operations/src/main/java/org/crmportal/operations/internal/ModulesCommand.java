package org.crmportal.operations.internal;

import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the installed modules at the console. */
@Component
public final class ModulesCommand implements ConsoleCommand {

  private final Modules modules;

  @Activate
  public ModulesCommand(@Reference Modules modules) {
    this.modules = modules;
  }

  @Override
  public Usage usage() {
    return Usage.of("modules", "Which modules are installed, and whether they run")
        .needs("modules:read");
  }

  @Override
  public void run(ConsoleCall call) {
    call.show(modules.all(), "name", "version", "state", "missing", "paths");
  }
}
