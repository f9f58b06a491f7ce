package org.crmportal.auth.internal;

import org.crmportal.auth.UserService;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a user a new password from the console. */
@Component
public final class UserPasswordCommand implements ConsoleCommand {

  private final UserService users;

  @Activate
  public UserPasswordCommand(@Reference UserService users) {
    this.users = users;
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "user-password",
            "Gives a user a generated password, which is shown once, and ends all their sessions")
        .needs("users:update")
        .argument("email", "what the user signs in with")
        .destructive();
  }

  @Override
  public void run(ConsoleCall call) {
    var user = Named.user(users, call.argument("email"));
    call.confirm("Replace the password of " + user.email() + " and end all sessions?");
    if (call.rehearsal()) {
      call.say("would replace the password of " + user.email(), user);
      return;
    }
    Named.show(call, users.resetPassword(user.id()), "%s has a new password", "");
  }
}
