package org.crmportal.auth.internal;

import java.util.List;
import org.crmportal.auth.NewAccount;
import org.crmportal.auth.RoleService;
import org.crmportal.auth.UserService;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a user from the console. */
@Component
public final class UserCreateCommand implements ConsoleCommand {

  private final UserService users;
  private final RoleService roles;

  @Activate
  public UserCreateCommand(@Reference UserService users, @Reference RoleService roles) {
    this.users = users;
    this.roles = roles;
  }

  @Override
  public Usage usage() {
    return Usage.of("user-create", "Makes a user, with a generated password that is shown once")
        .needs("users:create")
        .argument("email", "what the user signs in with")
        .argument("full-name", "the name that others see, in quotes")
        .argument("role", "the name of the role, such as sales")
        .option("phone", "a phone number")
        .flag("password", "ask for the password, or read it from standard input");
  }

  @Override
  public void run(ConsoleCall call) {
    var role = Named.role(roles, call.argument("role"));
    var password = call.flag("password") ? call.secret("Password of the user:") : null;
    var made =
        users.register(
            new NewAccount(
                call.argument("email"),
                call.argument("full-name"),
                call.option("phone").orElse(null),
                role.id(),
                true,
                password));
    Named.show(call, made, "%s is a user with the role %s", role.name());
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return parameter.equals("role") ? Named.roles(roles) : List.of();
  }
}
