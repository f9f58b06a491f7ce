package org.crmportal.console.internal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.JobStatus;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stays with a job until it has ended, or the operator has had enough. */
@Component(service = JobWatch.class)
public final class JobWatch {

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  private final Records records;
  private final Jobs jobs;

  @Activate
  public JobWatch(@Reference Records records, @Reference Jobs jobs) {
    this.records = records;
    this.jobs = jobs;
  }

  /**
   * Shows how the job ended.
   *
   * @throws CrmException {@code CONFLICT} if it or one of its rows failed
   */
  void await(UUID id, ConsoleCall call) {
    var job = records.get(Job.TYPE, id);
    try {
      for (; !job.status().ended(); job = records.get(Job.TYPE, id)) {
        call.progress("rows done:", job.rowsDone() + job.rowsFailed(), job.rowsTotal());
        LockSupport.parkNanos(LOOK);
      }
    } catch (ConsoleCall.Interrupted e) {
      jobs.cancel(id);
      call.note("the job " + id + " is cancelled; what it had done stays");
      throw e;
    }
    var counts = "%d rows done, %d failed".formatted(job.rowsDone(), job.rowsFailed());
    call.say((call.rehearsal() ? "dry run: " : "") + counts + " (job " + id + ")", job);
    if (job.status() != JobStatus.SUCCEEDED) {
      var why = job.error() == null ? "it was cancelled" : job.error();
      throw CrmException.of(Reason.CONFLICT, "job_failed", "The job failed: " + why, Map.of());
    }
    if (job.rowsFailed() > 0) {
      var where = "/api/v1/jobs/" + id + "/errors.csv says why";
      throw CrmException.of(
          Reason.CONFLICT,
          "rows_failed",
          "rows that failed: " + job.rowsFailed() + "; " + where,
          Map.of());
    }
  }
}
