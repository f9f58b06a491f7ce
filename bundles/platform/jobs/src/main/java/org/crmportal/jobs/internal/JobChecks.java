package org.crmportal.jobs.internal;

import java.util.List;
import org.crmportal.platform.check.DataCheck;
import org.osgi.service.component.annotations.Component;

/** What must hold for jobs beyond what the tables say. */
@Component
public final class JobChecks implements DataCheck {

  @Override
  public String area() {
    return "jobs";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "jobs whose failed rows are not those that are kept",
            """
            select j.id from jobs j where j.rows_failed <> (
              select count(distinct e.row_number) from job_errors e where e.job_id = j.id)
            """),
        new Rule(
            "jobs that ended at no time, or did not and have one",
            """
            select id from jobs
            where (status in ('succeeded', 'failed', 'cancelled')) <> (finished_at is not null)
            """));
  }
}
