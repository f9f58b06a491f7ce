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

/** Removes a module from this node and keeps its data. */
@Component
public final class ModuleRemoveCommand implements ConsoleCommand {

  private final ModuleService modules;

  @Activate
  public ModuleRemoveCommand(@Reference ModuleService modules) {
    this.modules = modules;
  }

  @Override
  public Usage usage() {
    return Usage.of("module-remove", "Removes a module from this node; its data stays")
        .needs("modules:update")
        .argument("module", "which, such as leads; see crm:modules")
        .destructive();
  }

  @Override
  public void run(ConsoleCall call) {
    var module = call.argument("module");
    var planned = modules.remove(module, true);
    if (call.rehearsal()) {
      call.say(planned.note(), planned);
      return;
    }
    call.confirm("Remove " + module + "? " + planned.note());
    var change = modules.remove(module, false);
    call.say(change.note(), change);
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return modules.choices().stream()
        .filter(choice -> choice.installed() && !choice.compulsory())
        .map(ModuleChoice::name)
        .toList();
  }
}
