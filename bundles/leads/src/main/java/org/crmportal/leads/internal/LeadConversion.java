package org.crmportal.leads.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientService;
import org.crmportal.clients.ClientService.Prospect;
import org.crmportal.clients.ClientStatus;
import org.crmportal.clients.NewClient;
import org.crmportal.leads.Conversion;
import org.crmportal.leads.Converted;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.ProjectStarter;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes a lead a client; the other modules take part while they run. */
@Component(service = LeadConversion.class)
public final class LeadConversion {

  private final Journal journal;
  private final Callers callers;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable ClientService clients;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable ProjectStarter projects;

  @Activate
  public LeadConversion(@Reference Journal journal, @Reference Callers callers) {
    this.journal = journal;
    this.callers = callers;
  }

  /** Converts a locked lead, in the running transaction. */
  Converted convert(EntityManager em, LeadEntity entity, Conversion how, Instant now) {
    var running = running(clients, "clients");
    var before = entity.toLead();
    if (before.status() == LeadStatus.CONVERTED && before.convertedToClientId() != null) {
      return new Converted(running.get(before.convertedToClientId()), false);
    }
    if (!before.status().open()) {
      throw CrmException.illegalMove("lost", "converted", List.of("contacted"));
    }
    var client = client(running, before, how.clientId());
    entity.convert(client.id(), now, now);
    em.flush();
    journal.changed(Lead.TYPE, before, entity.toLead(), told(client));
    journal.told(Client.TYPE, client.id(), cameFrom(before));
    if (how.project() != null) {
      running(projects, "projects").start(client.id(), how.project());
    }
    return new Converted(client, true);
  }

  private Client client(ClientService running, Lead lead, @Nullable UUID existing) {
    var prospect = new Prospect(fields(lead), lead.jobTitle());
    return existing == null
        ? running.win(prospect, Set.of(lead.id()))
        : running.enrich(existing, prospect);
  }

  private NewClient fields(Lead lead) {
    var name = lead.firstName() + " " + lead.lastName();
    return new NewClient(
        lead.company() == null ? name : lead.company(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        name,
        lead.email(),
        lead.phone(),
        lead.assignedTo() == null ? callers.current().id() : lead.assignedTo(),
        ClientStatus.ACTIVE,
        null,
        null,
        null,
        Map.of());
  }

  private static Entry told(Client client) {
    return Entry.of("converted")
        .text("Converted to the client " + client.companyName())
        .with("client_id", client.id().toString());
  }

  private static Entry cameFrom(Lead lead) {
    return Entry.of("converted_from_lead")
        .text("Came from the lead " + lead.firstName() + " " + lead.lastName())
        .with("lead_id", lead.id().toString());
  }

  private static <S> S running(@Nullable S service, String module) {
    if (service == null) {
      throw CrmException.moduleDown(module);
    }
    return service;
  }
}
