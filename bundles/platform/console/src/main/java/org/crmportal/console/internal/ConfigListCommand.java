package org.crmportal.console.internal;

import java.util.List;
import org.crmportal.configuration.Configurations;
import org.crmportal.configuration.Setting;
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
    var pid = call.option("pid");
    var settings =
        configurations.list().stream()
            .filter(each -> pid.isEmpty() || pid.get().equals(each.pid()))
            .toList();
    call.show(settings, "pid", "key", "value", "standard", "allowed");
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return configurations.list().stream().map(Setting::pid).distinct().toList();
  }
}
