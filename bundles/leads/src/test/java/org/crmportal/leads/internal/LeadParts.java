package org.crmportal.leads.internal;

import org.crmportal.clients.ClientService;
import org.crmportal.testunits.TestUnits;
import org.jspecify.annotations.Nullable;

/** The lead service with its real parts. */
final class LeadParts {

  private LeadParts() {}

  static LeadServiceImpl service(TestUnits units, @Nullable ClientService clients) {
    var scores = new Scores();
    scores.scorers.add(new ProfileScorer());
    var conversion = new LeadConversion(units.journal(), units.callers());
    conversion.clients = clients;
    return new LeadServiceImpl(
        units.factory("leads"),
        units.work(),
        units.records(),
        units.journal(),
        units.duplicates(),
        units.callers(),
        scores,
        new Assignment(units.people()),
        conversion,
        new LeadMerging(units.journal(), units.callers(), scores));
  }
}
