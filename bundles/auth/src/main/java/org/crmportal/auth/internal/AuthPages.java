package org.crmportal.auth.internal;

import java.util.List;
import org.crmportal.auth.Role;
import org.crmportal.auth.Team;
import org.crmportal.auth.User;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.WebComponent;
import org.crmportal.platform.portal.WebComponent.Slot;
import org.osgi.service.component.annotations.Component;

/** What users, roles and teams look like in the portal. */
@Component
public final class AuthPages implements PortalParts {

  private static final String MATRIX = "crm-permission-matrix";
  private static final String EXPLANATION = "crm-access-explanation";
  private static final String ACCOUNT = "crm-account";
  private static final String PASSWORD = "crm-user-password";
  private static final String STATE = "crm-user-state";
  private static final String REMOVAL = "crm-user-removal";
  private static final String NEW = "crm-user-create";

  @Override
  public List<PortalPart> parts() {
    return List.of(
        users(),
        roles(),
        teams(),
        Menu.of("permissions", "admin/permissions", MATRIX)
            .icon("matrix")
            .in(Group.ADMINISTRATION, 40)
            .needs("roles:read"),
        Menu.of("access", "admin/access", EXPLANATION)
            .icon("shield")
            .in(Group.ADMINISTRATION, 50)
            .needs("users:read"),
        Menu.of("account", "account", ACCOUNT).icon("key").in(Group.ACCOUNT, 10),
        Menu.of("user_new", "users/new", NEW).icon("user").needs("users:create"),
        WebComponent.of(MATRIX).on("role", Slot.SECTION, 10).needs("roles:read"),
        WebComponent.of(EXPLANATION).needs("users:read"),
        WebComponent.of("crm-access-action")
            .on(WebComponent.ANY, Slot.ACTION, 90)
            .needs("users:read"),
        WebComponent.of(ACCOUNT),
        WebComponent.of(NEW).needs("users:create"),
        WebComponent.of(PASSWORD).needs("users:update"),
        WebComponent.of(STATE).needs("users:update"),
        WebComponent.of(REMOVAL).needs("users:delete"),
        WebComponent.of("crm-user-sessions").on("user", Slot.TAB, 10).needs("users:update"),
        WebComponent.of("crm-team-members").on("team", Slot.SECTION, 10));
  }

  private static RecordPage users() {
    return RecordPage.of(User.TYPE)
        .icon("user")
        .in(Group.ADMINISTRATION, 10)
        .list("full_name", "email", "role_id", "is_active", "last_login_at")
        .sort("full_name")
        .filters("role_id", "is_active", "is_verified", "last_login_at")
        .editable("role_id", "is_active")
        .section("person", "full_name", "email", "phone")
        .section("access", "role_id", "is_active", "is_verified", "password_change_required")
        .section("history", "created_at", "last_login_at")
        .refers("role_id", "role")
        .action(Action.of("reset-password", "key").needs("update").component(PASSWORD))
        .action(
            Action.of("deactivate", "lock")
                .needs("update")
                .when("is_active", "true")
                .component(STATE))
        .action(
            Action.of("activate", "check")
                .needs("update")
                .when("is_active", "false")
                .component(STATE))
        .action(Action.of("delete", "trash").component(REMOVAL))
        .build();
  }

  private static RecordPage roles() {
    return RecordPage.of(Role.TYPE)
        .icon("lock")
        .in(Group.ADMINISTRATION, 20)
        .list("name", "description", "is_system")
        .sort("name")
        .section("role", "name", "description", "is_system")
        .section("history", "created_at", "updated_at")
        .build();
  }

  private static RecordPage teams() {
    return RecordPage.of(Team.TYPE)
        .icon("users")
        .in(Group.ADMINISTRATION, 30)
        .list("name", "description")
        .sort("name")
        .section("team", "name", "description")
        .section("history", "created_at", "updated_at")
        .build();
  }
}
