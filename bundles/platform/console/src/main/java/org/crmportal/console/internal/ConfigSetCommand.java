package org.crmportal.console.internal;

import java.util.List;
import org.crmportal.configuration.Configurations;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes one setting, in force at once and kept in its file. */
@Component
public final class ConfigSetCommand implements ConsoleCommand {

  private final Configurations configurations;

  @Activate
  public ConfigSetCommand(@Reference Configurations configurations) {
    this.configurations = configurations;
  }

  @Override
  public Usage usage() {
    return Usage.of("config-set", "Changes a setting of this node, without a restart")
        .needs("modules:update")
        .argument("pid", "the file, such as org.crmportal.pool; see crm:config-list")
        .argument("key", "the key in it, such as max.connections")
        .optional("value", "the new value; the default again if nothing is said")
        .rehearsed();
  }

  @Override
  public void run(ConsoleCall call) {
    var pid = call.argument("pid");
    var key = call.argument("key");
    var value = call.option("value").orElse(null);
    if (call.rehearsal()) {
      var now = configurations.check(pid, key, value);
      var then = now.secret() ? "another" : value == null ? now.standard() : value.strip();
      call.say(
          "would change %s from %s to %s on %s".formatted(key, now.value(), then, now.node()), now);
      return;
    }
    var changed = configurations.set(pid, key, value);
    call.show(changed);
    call.note("It is in force on " + changed.node() + ", and on no other node.");
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return ConfigGetCommand.candidates(configurations, parameter, words);
  }
}
