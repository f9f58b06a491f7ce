package org.crmportal.leads.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.jspecify.annotations.Nullable;

/** Leads to test with. */
final class Leads {

  private Leads() {}

  static NewLead ada() {
    return draft("Ada", "ada@example.org", null);
  }

  static NewLead draft(String firstName, @Nullable String email, @Nullable String phone) {
    return new NewLead(
        firstName,
        "Lovelace",
        email,
        phone,
        "Analytical Engines",
        null,
        null,
        LeadStatus.NEW,
        LeadStage.PROSPECT,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of());
  }

  static Lead lead(LeadStatus status, LeadStage stage) {
    var reason = status == LeadStatus.LOST ? "price" : null;
    var entity = new LeadEntity(ada().in(status, stage, reason), null, Instant.EPOCH);
    return entity.toLead();
  }

  static UUID unknown() {
    return UUID.fromString("00000000-0000-4000-8000-000000000404");
  }
}
