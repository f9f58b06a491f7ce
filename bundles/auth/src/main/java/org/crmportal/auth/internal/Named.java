package org.crmportal.auth.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.crmportal.auth.Registration;
import org.crmportal.auth.Role;
import org.crmportal.auth.RoleService;
import org.crmportal.auth.User;
import org.crmportal.auth.UserService;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.record.ListQuery;
import org.jspecify.annotations.Nullable;

/** Users and roles by the names that an operator has for them. */
final class Named {

  private Named() {}

  static User user(UserService users, String email) {
    var query = ListQuery.ALL.where("email", email.toLowerCase(Locale.ROOT));
    return users.find(query).items().stream()
        .findFirst()
        .orElseThrow(() -> CrmException.notFound("user", email));
  }

  static Role role(RoleService roles, String name) {
    return roles.find(ListQuery.ALL.where("name", name)).items().stream()
        .findFirst()
        .orElseThrow(
            () ->
                CrmException.badRequest(
                    "There is no role %s, only %s"
                        .formatted(name, String.join(", ", roles(roles)))));
  }

  static List<String> roles(RoleService roles) {
    var query = ListQuery.ALL.sortedBy("name").limit(200);
    return roles.find(query).items().stream().map(Role::name).toList();
  }

  /** Shows a user, and once the password that was made. */
  static void show(ConsoleCall call, Registration made, String sentence, String role) {
    var password = made.password();
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("user", made.user());
    var text = sentence.formatted(made.user().email(), role);
    if (password != null) {
      answer.put("password", password);
      text += "\npassword, shown this once, to be changed at the first sign-in: " + password;
    }
    call.say(text, answer);
  }
}
