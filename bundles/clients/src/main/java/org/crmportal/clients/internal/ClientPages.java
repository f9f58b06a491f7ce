package org.crmportal.clients.internal;

import java.util.List;
import org.crmportal.clients.Client;
import org.crmportal.clients.Contact;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.Tone;
import org.osgi.service.component.annotations.Component;

/** What clients and their contacts look like in the portal. */
@Component
public final class ClientPages implements PortalParts {

  @Override
  public List<PortalPart> parts() {
    return List.of(
        clients(),
        contacts(),
        Card.list(
                "my_clients",
                "client",
                "account_manager_id={me}&status=active&sort=last_contact_at",
                "company_name",
                "primary_contact_name",
                "last_contact_at")
            .order(40));
  }

  private static RecordPage clients() {
    return RecordPage.of(Client.TYPE)
        .icon("building")
        .in(Group.SALES, 20)
        .list(
            "company_name",
            "industry",
            "city",
            "country",
            "primary_contact_name",
            "status",
            "account_manager_id",
            "last_contact_at")
        .filters(
            "status", "account_manager_id", "industry", "country", "last_contact_at", "created_at")
        .editable("status", "account_manager_id", "industry")
        .section("company", "company_name", "industry", "website", "tax_id")
        .section("address", "address", "postal_code", "city", "state", "country")
        .section(
            "contact", "primary_contact_name", "primary_contact_email", "primary_contact_phone")
        .section("business", "status", "account_manager_id", "payment_terms", "credit_limit")
        .section("history", "created_at", "created_by", "last_contact_at")
        .kind(ColumnKind.URL, "website")
        .kind(ColumnKind.MONEY, "credit_limit")
        .tone("status", Tone.SUCCESS, "active")
        .tone("status", Tone.NEUTRAL, "inactive")
        .tone("status", Tone.DANGER, "churned")
        .related("contact", "clients/{id}/contacts", "name", "job_title", "email", "phone")
        .related("lead", "leads?converted_to_client_id={id}")
        .action(Action.of("merge", "merge").component("crm-merge"))
        .build();
  }

  private static RecordPage contacts() {
    return RecordPage.of(Contact.TYPE)
        .icon("contact")
        .list("name", "job_title", "email", "phone", "is_primary")
        .sort("name")
        .filters("is_primary")
        .section("person", "client_id", "name", "job_title", "email", "phone", "is_primary")
        .section("history", "created_at", "created_by")
        .build();
  }
}
