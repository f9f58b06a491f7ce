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

/** Shows one setting: what is in force, what would be without it, and what is allowed. */
@Component
public final class ConfigGetCommand implements ConsoleCommand {

  private final Configurations configurations;

  @Activate
  public ConfigGetCommand(@Reference Configurations configurations) {
    this.configurations = configurations;
  }

  @Override
  public Usage usage() {
    return Usage.of("config-get", "One setting: its value, its default and what is allowed")
        .needs("modules:read")
        .argument("pid", "the file, such as org.crmportal.pool; see crm:config-list")
        .argument("key", "the key in it, such as max.connections");
  }

  @Override
  public void run(ConsoleCall call) {
    call.show(configurations.get(call.argument("pid"), call.argument("key")));
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return candidates(configurations, parameter, words);
  }

  static List<String> candidates(
      Configurations configurations, String parameter, List<String> words) {
    var settings = configurations.list().stream();
    return switch (parameter) {
      case "pid" -> settings.map(Setting::pid).distinct().toList();
      case "key" -> settings.filter(each -> words.contains(each.pid())).map(Setting::key).toList();
      default -> List.of();
    };
  }
}
