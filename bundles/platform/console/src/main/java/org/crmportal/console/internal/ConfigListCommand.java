package org.crmportal.console.internal;

import java.util.List;
import org.crmportal.configuration.Configurations;
import org.crmportal.configuration.Setting;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists what can be changed while the server runs. */
@Component
public final class ConfigListCommand implements ConsoleCommand {

  private final Configurations configurations;

  @Activate
  public ConfigListCommand(@Reference Configurations configurations) {
    this.configurations = configurations;
  }

  @Override
  public Usage usage() {
    return Usage.of("config-list", "What can be changed while the server runs")
        .needs("modules:read")
        .optional("pid", "only of one file, such as org.crmportal.pool");
  }

  @Override
  public void run(ConsoleCall call) {
    var pid = call.option("pid").orElse(null);
    var all = configurations.list();
    var shown = all.stream().filter(each -> pid == null || pid.equals(each.pid())).toList();
    if (shown.isEmpty() && pid != null) {
      throw CrmException.badRequest(
          "There is no file %s, only %s".formatted(pid, String.join(", ", pids(all))));
    }
    call.show(shown, "pid", "key", "value", "standard", "allowed");
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return pids(configurations.list());
  }

  private static List<String> pids(List<Setting> settings) {
    return settings.stream().map(Setting::pid).distinct().toList();
  }
}
