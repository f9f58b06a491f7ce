package org.crmportal.leads.internal;

import java.util.List;
import org.crmportal.platform.check.DataCheck;
import org.osgi.service.component.annotations.Component;

/** What must hold for leads beyond what the table says. */
@Component
public final class LeadChecks implements DataCheck {

  @Override
  public String area() {
    return "leads";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "converted leads without a client",
            """
            select id from leads
            where (status = 'converted') <> (converted_to_client_id is not null)
            """),
        new Rule(
            "leads whose stage does not fit their status",
            """
            select id from leads where (status = 'converted') <> (stage = 'closed_won')
              or (status = 'lost') <> (stage = 'closed_lost')
            """),
        new Rule(
            "lost leads without a reason, and others with one",
            """
            select id from leads where (status = 'lost') <> (lost_reason is not null)
            """),
        new Rule(
            "leads whose end does not fit their status",
            """
            select id from leads where (status in ('converted', 'lost')) <> (closed_at is not null)
            """),
        new Rule(
            "leads that ended before they began",
            """
            select id from leads where closed_at < created_at
            """),
        new Rule(
            "leads whose score is not the sum of its parts",
            """
            select id from leads where not score_pinned and score_breakdown is not null
              and score is distinct from least(100, greatest(0, (
                select sum((part.value #>> '{}')::numeric) from jsonb_each(score_breakdown) part)))
            """));
  }
}
