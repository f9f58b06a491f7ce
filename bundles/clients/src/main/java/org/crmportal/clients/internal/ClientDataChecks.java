package org.crmportal.clients.internal;

import java.util.List;
import org.crmportal.platform.check.DataCheck;
import org.osgi.service.component.annotations.Component;

/** What must hold for clients and their contacts beyond what the tables say. */
@Component
public final class ClientDataChecks implements DataCheck {

  @Override
  public String area() {
    return "clients";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "clients with contacts of whom none is primary",
            """
            select c.id from clients c where c.deleted_at is null
              and exists (select from contacts p where p.client_id = c.id and p.deleted_at is null)
              and not exists (
                select from contacts p where p.client_id = c.id and p.deleted_at is null and p.is_primary)
            """),
        new Rule(
            "clients that show another person than their primary contact",
            """
            select c.id from clients c
            join contacts p on p.client_id = c.id and p.is_primary and p.deleted_at is null
            where c.deleted_at is null
              and (c.primary_contact_name, c.primary_contact_email, c.primary_contact_phone)
                is distinct from (p.name, p.email, p.phone)
            """),
        new Rule(
            "contacts that are there while their client is deleted",
            """
            select p.id from contacts p join clients c on c.id = p.client_id
            where c.deleted_at is not null and p.deleted_at is null
            """));
  }
}
