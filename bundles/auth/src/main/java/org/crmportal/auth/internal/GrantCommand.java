package org.crmportal.auth.internal;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.crmportal.auth.RoleService;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a role permissions, or takes them away, from the console. */
@Component
public final class GrantCommand implements ConsoleCommand {

  private final RoleService roles;

  @Activate
  public GrantCommand(@Reference RoleService roles) {
    this.roles = roles;
  }

  @Override
  public Usage usage() {
    return Usage.of("grant", "Gives a role permissions; in force with the next request")
        .needs("roles:update")
        .argument("role", "the role's name")
        .argument("permissions", "such as leads:read_team,leads:export")
        .flag("revoke", "take them away instead")
        .destructive();
  }

  @Override
  public void run(ConsoleCall call) {
    var role = Named.role(roles, call.argument("role"));
    var named = Arrays.asList(call.argument("permissions").split(",", -1));
    var permissions = new TreeSet<>(role.permissions());
    if (call.flag("revoke")) {
      permissions.removeAll(named);
      call.confirm("Take " + String.join(", ", named) + " from the role " + role.name() + "?");
    } else {
      permissions.addAll(named);
    }
    if (call.rehearsal()) {
      call.say(role.name() + " would have " + String.join(", ", permissions), permissions);
      return;
    }
    var after = roles.grant(role.id(), role.version(), permissions);
    call.say(after.name() + " has " + String.join(", ", after.permissions()), after);
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return switch (parameter) {
      case "role" -> Named.roles(roles);
      case "permissions" ->
          roles.permissions().stream().map(each -> each.resource() + ":" + each.action()).toList();
      default -> List.of();
    };
  }
}
