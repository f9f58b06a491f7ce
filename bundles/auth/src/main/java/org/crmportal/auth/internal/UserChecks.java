package org.crmportal.auth.internal;

import java.util.List;
import org.crmportal.platform.check.DataCheck;
import org.osgi.service.component.annotations.Component;

/** What must hold for users and their rights beyond what the tables say. */
@Component
public final class UserChecks implements DataCheck {

  @Override
  public String area() {
    return "auth";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "administrators: nobody who is active is one",
            """
            select 'admin' where not exists (
              select from users u join roles r on r.id = u.role_id
              where r.name = 'admin' and u.is_active and u.deleted_at is null)
            """),
        new Rule(
            "users without a role",
            """
            select id from users where deleted_at is null and role_id is null
            """));
  }
}
