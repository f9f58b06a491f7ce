package org.crmportal.journal.internal;

import java.util.List;
import org.crmportal.platform.journal.Activity;
import org.crmportal.platform.journal.AuditLog;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.WebComponent;
import org.osgi.service.component.annotations.Component;

/** What activities, the audit trail and the settings look like in the portal. */
@Component
public final class JournalPages implements PortalParts {

  @Override
  public List<PortalPart> parts() {
    return List.of(
        activities(),
        trail(),
        Card.list(
                "my_follow_ups",
                "activity",
                "owner_id={me}&done=false&sort=due_date",
                "due_date",
                "action",
                "description")
            .order(10),
        Menu.of("settings", "admin/settings", "crm-settings")
            .icon("settings")
            .in(Group.ADMINISTRATION, 60)
            .needs("settings:read"),
        WebComponent.of("crm-settings").needs("settings:read"),
        Menu.of("audit", "admin/audit", "crm-audit")
            .icon("history")
            .in(Group.ADMINISTRATION, 100)
            .needs("audit_logs:read"),
        WebComponent.of("crm-audit").needs("audit_logs:read"),
        WebComponent.of("crm-record-audit")
            .on(WebComponent.ANY, WebComponent.Slot.TAB, 90)
            .needs("audit_logs:read"));
  }

  /** They are read where their records are: no place in the navigation is theirs. */
  private static RecordPage activities() {
    return RecordPage.of(Activity.TYPE)
        .icon("note")
        .list("created_at", "action", "description", "user_id", "due_date", "done")
        .filters("action", "user_id", "owner_id", "done", "due_date", "created_at")
        .section("activity", "action", "description", "user_id", "created_at")
        .section("follow_up", "due_date", "owner_id", "done", "done_at")
        .kind(ColumnKind.LONG_TEXT, "description")
        .refers("user_id", "user")
        .refers("owner_id", "user")
        .action(Action.of("done", "check").needs("update").when("done", "false"))
        .build();
  }

  private static RecordPage trail() {
    return RecordPage.of(AuditLog.TYPE)
        .icon("history")
        .list("created_at", "actor_name", "action", "resource_type", "ip_address")
        .filters("user_id", "action", "resource_type", "resource_id", "created_at")
        .section("entry", "created_at", "actor_name", "action", "resource_type", "resource_id")
        .section("changes", "changes")
        .section("origin", "user_id", "ip_address", "user_agent", "request_id")
        .refers("user_id", "user")
        .build();
  }
}
