package org.crmportal.leads.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/**
 * What an import knows of a lead's past.
 *
 * @param created when it began
 * @param closed when it was won or lost; where nobody knows, when it is imported
 * @param client the client that it became, if it did
 */
record LeadHistory(Instant created, Instant closed, @Nullable UUID client) {

  /** Reads the past of a lead in some state, and checks that it makes sense. */
  static LeadHistory of(Creation how, NewLead draft, Instant now) {
    if (!how.imported()) {
      return new LeadHistory(now, now, null);
    }
    var known = how.history();
    var closed = known.get("closed_at") instanceof Instant at ? at : now;
    var created =
        known.get("created_at") instanceof Instant at ? at : closed.isBefore(now) ? closed : now;
    var client = known.get("converted_to_client_id") instanceof UUID id ? id : null;
    var checks = new Checks();
    checks.require(!created.isAfter(now), "created_at", "future", "lies in the future");
    checks.require(!closed.isAfter(now), "closed_at", "future", "lies in the future");
    checks.require(!closed.isBefore(created), "closed_at", "order", "is before created_at");
    boolean open = draft.status().open();
    checks.require(
        !open || !known.containsKey("closed_at"),
        "closed_at",
        "open",
        "is only for a lead that is converted or lost");
    checks.require(
        client == null || draft.status() == LeadStatus.CONVERTED,
        "converted_to_client_id",
        "not_converted",
        "is only for a converted lead");
    checks.require(
        client != null || draft.status() != LeadStatus.CONVERTED,
        "converted_to_client_id",
        "required",
        "a converted lead needs its client");
    checks.require(
        open == draft.stage().open() || draft.stage() == LeadStage.PROSPECT,
        "stage",
        "final_state",
        "does not fit the status");
    checks.done();
    return new LeadHistory(created, closed, client);
  }

  /** The records that are the lead itself: it, and the client that it became. */
  static Set<UUID> same(Lead lead) {
    var client = lead.convertedToClientId();
    return client == null ? Set.of(lead.id()) : Set.of(lead.id(), client);
  }

  /** Refuses a client that is not there, or not for the caller to see. */
  void demandClient(Records records) {
    if (client == null) {
      return;
    }
    try {
      records.require(Client.TYPE, client, "read");
    } catch (CrmException e) {
      throw CrmException.invalid("converted_to_client_id", "unknown", "there is no such client");
    }
  }

  /** The lead as it was when it began: open, and without the marks of its end. */
  NewLead opened(NewLead draft) {
    return draft.status().open() ? draft : draft.in(LeadStatus.NEW, LeadStage.PROSPECT, null);
  }

  /** Brings a lead that began to the end that it had. */
  void close(LeadEntity entity, NewLead draft, Instant now) {
    if (draft.status() == LeadStatus.CONVERTED) {
      entity.convert(client, closed, now);
    } else {
      entity.lose(draft.lostReason(), closed, now);
    }
  }
}
