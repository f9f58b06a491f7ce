package org.crmportal.leads.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadScorer;
import org.osgi.service.component.annotations.Component;

/** Scores how well a lead is known and how warm it is; a company's own scorer adds to it. */
@Component
public final class ProfileScorer implements LeadScorer {

  private static final Set<String> WARM = Set.of("referral", "partner", "event");

  @Override
  public Map<String, Integer> score(Lead lead) {
    var points = new LinkedHashMap<String, Integer>();
    give(points, "has_email", lead.email() != null, 15);
    give(points, "has_phone", lead.phone() != null, 15);
    give(points, "has_company", lead.company() != null, 10);
    give(points, "has_job_title", lead.jobTitle() != null, 10);
    give(points, "warm_source", lead.source() != null && WARM.contains(lead.source()), 20);
    var value = lead.estimatedValue();
    give(points, "has_value", value != null && value.compareTo(BigDecimal.ZERO) > 0, 10);
    give(points, "has_close_date", lead.expectedCloseDate() != null, 20);
    return points;
  }

  private static void give(Map<String, Integer> points, String rule, boolean holds, int worth) {
    if (holds) {
      points.put(rule, worth);
    }
  }
}
