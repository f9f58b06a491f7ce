package org.crmportal.console.internal;

import java.util.List;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.module.ModuleChoice;
import org.crmportal.platform.module.ModuleService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs a module on this node, with what it depends on. */
@Component
public final class ModuleInstallCommand implements ConsoleCommand {

  private final ModuleService modules;

  @Activate
  public ModuleInstallCommand(@Reference ModuleService modules) {
    this.modules = modules;
  }

  @Override
  public Usage usage() {
    return Usage.of("module-install", "Installs a module on this node, with what it depends on")
        .needs("modules:update")
        .argument("module", "which, such as leads; see crm:modules")
        .rehearsed();
  }

  @Override
  public void run(ConsoleCall call) {
    var change = modules.install(call.argument("module"), call.rehearsal());
    call.say(change.note(), change);
    change.waiting().forEach(missing -> call.note("it waits: " + missing));
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return modules.choices().stream()
        .filter(choice -> !choice.installed())
        .map(ModuleChoice::name)
        .toList();
  }
}
