package org.crmportal.console.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.JobRun.Failure;
import org.crmportal.platform.job.JobStatus;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stays with a job until it has ended, or the operator has had enough. */
@Component(service = JobWatch.class)
public final class JobWatch {

  private static final int SHOWN = 10;
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  private final Records records;
  private final Jobs jobs;

  @Activate
  public JobWatch(@Reference Records records, @Reference Jobs jobs) {
    this.records = records;
    this.jobs = jobs;
  }

  /**
   * Shows how the job ended, and why its first rows failed.
   *
   * @param headers what the file calls a field
   * @throws CrmException {@code CONFLICT} if it or one of its rows failed
   */
  void await(UUID id, Map<String, String> headers, ConsoleCall call) {
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
    var failures = job.rowsFailed() == 0 ? List.<Failure>of() : jobs.failures(id, SHOWN);
    call.say(
        (call.rehearsal() ? "dry run: " : "") + counts + " (job " + id + ")",
        forPrograms(job, failures));
    FailedRows.lines(failures, headers, job.rowsFailed()).forEach(call::note);
    if (job.status() != JobStatus.SUCCEEDED) {
      var why = job.error() == null ? "it was cancelled" : job.error();
      throw CrmException.of(Reason.CONFLICT, "job_failed", "The job failed: " + why, Map.of());
    }
    if (job.rowsFailed() > 0) {
      var where = "/api/v1/jobs/" + id + "/errors.csv has them all";
      throw CrmException.of(
          Reason.CONFLICT,
          "rows_failed",
          "rows that failed: " + job.rowsFailed() + "; " + where,
          Map.of());
    }
  }

  /** The job as the API sends it, and its first failures. */
  private static Map<String, @Nullable Object> forPrograms(Job job, List<Failure> failures) {
    var answer = new LinkedHashMap<>(Job.TYPE.values(job));
    answer.put("failures", failures);
    return answer;
  }
}
