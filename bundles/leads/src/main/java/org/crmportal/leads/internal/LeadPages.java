package org.crmportal.leads.internal;

import java.util.List;
import org.crmportal.leads.Lead;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.Tone;
import org.crmportal.platform.portal.WebComponent;
import org.osgi.service.component.annotations.Component;

/** What leads look like in the portal. */
@Component
public final class LeadPages implements PortalParts {

  private static final String CONVERSION = "crm-lead-conversion";
  private static final String[] OPEN = {"new", "contacted", "qualified"};
  private static final String ALL_OPEN = "status=" + String.join("&status=", OPEN);

  @Override
  public List<PortalPart> parts() {
    return List.of(
        leads(),
        Card.list(
                "my_open_leads",
                "lead",
                "assigned_to={me}&" + ALL_OPEN + "&sort=expected_close_date",
                "company",
                "stage",
                "estimated_value",
                "expected_close_date")
            .order(20),
        Card.countBy("funnel", "lead", ALL_OPEN, "stage").sum("estimated_value").order(30),
        WebComponent.of(CONVERSION).needs("leads:convert"));
  }

  private static RecordPage leads() {
    return RecordPage.of(Lead.TYPE)
        .icon("funnel")
        .in(Group.SALES, 10)
        .list(
            "first_name",
            "last_name",
            "company",
            "status",
            "stage",
            "score",
            "estimated_value",
            "assigned_to",
            "last_contact_at")
        .filters("status", "stage", "assigned_to", "source")
        .editable("status", "stage", "estimated_value", "expected_close_date", "assigned_to")
        .section("person", "first_name", "last_name", "email", "phone")
        .section("company", "company", "job_title")
        .section(
            "sale",
            "status",
            "stage",
            "estimated_value",
            "expected_close_date",
            "score",
            "assigned_to",
            "source",
            "lost_reason",
            "converted_to_client_id")
        .section("notes", "notes")
        .section("history", "created_at", "created_by", "last_contact_at", "closed_at")
        .kind(ColumnKind.MONEY, "estimated_value")
        .refers("converted_to_client_id", "client")
        .tone("status", Tone.INFO, "new", "contacted")
        .tone("status", Tone.SUCCESS, "qualified", "converted")
        .tone("status", Tone.NEUTRAL, "lost")
        .tone("stage", Tone.SUCCESS, "closed_won")
        .tone("stage", Tone.NEUTRAL, "closed_lost")
        .board(
            Board.by("stage")
                .values("prospect", "qualified", "proposal", "negotiation")
                .sum("estimated_value")
                .card("company", "estimated_value", "expected_close_date"))
        .action(
            Action.of("convert", "arrow-right")
                .when("status", OPEN)
                .forMany()
                .component(CONVERSION))
        .action(
            Action.of("merge", "merge")
                .when("status", "new", "contacted", "qualified", "lost")
                .component("crm-merge"))
        .build();
  }
}
