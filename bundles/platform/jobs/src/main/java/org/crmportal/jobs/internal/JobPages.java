package org.crmportal.jobs.internal;

import java.util.List;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.Tone;
import org.crmportal.platform.portal.WebComponent;
import org.osgi.service.component.annotations.Component;

/** What jobs look like in the portal. */
@Component
public final class JobPages implements PortalParts {

  @Override
  public List<PortalPart> parts() {
    return List.of(
        RecordPage.of(Job.TYPE)
            .icon("clock")
            .list("kind", "status", "rows_done", "rows_failed", "created_by", "created_at")
            .filters("kind", "status", "created_by", "created_at")
            .section("job", "kind", "status", "error", "parameters")
            .section("progress", "rows_total", "rows_done", "rows_failed", "seconds_left")
            .section("history", "created_at", "created_by", "started_at", "finished_at")
            .tone("status", Tone.NEUTRAL, "queued", "cancelled")
            .tone("status", Tone.INFO, "running")
            .tone("status", Tone.SUCCESS, "succeeded")
            .tone("status", Tone.DANGER, "failed")
            .action(
                Action.of("cancel", "close")
                    .needs("update")
                    .when("status", "queued", "running")
                    .confirmed())
            .build(),
        Menu.of("jobs", "admin/jobs", "crm-jobs").icon("clock").in(Group.ADMINISTRATION, 90),
        WebComponent.of("crm-jobs"));
  }
}
