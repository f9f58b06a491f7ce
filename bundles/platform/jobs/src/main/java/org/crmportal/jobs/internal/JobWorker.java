package org.crmportal.jobs.internal;

import java.util.UUID;
import java.util.function.Consumer;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.JobRun;
import org.crmportal.platform.job.JobRun.JobCancelled;
import org.crmportal.platform.job.JobStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one claimed job to its end, and writes down how it ended. */
final class JobWorker {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

  /** The parameter that says which part of the system asked for it, or who at the console. */
  static final String ACTOR = "actor";

  /** A job that has ended its node so often without getting on would do so again. */
  private static final int MOST_ATTEMPTS = 5;

  private final String node;
  private final Transactions transactions;
  private final Callers callers;
  private final Authenticator authenticator;
  private final JobTable table;

  JobWorker(String node, Transactions transactions, Callers callers, Authenticator authenticator) {
    this.node = node;
    this.transactions = transactions;
    this.callers = callers;
    this.authenticator = authenticator;
    this.table = new JobTable(transactions);
  }

  RunningJob job(Claim claim) {
    return new RunningJob(claim, node, transactions, callers, () -> caller(claim));
  }

  private Caller caller(Claim claim) {
    var by = claim.createdBy();
    if (by == null) {
      var actor = claim.parameters().get(ACTOR);
      return callers.system(actor == null ? claim.kind() : actor.toString());
    }
    var origin = new Origin(null, "job " + claim.kind(), claim.id().toString());
    try {
      return authenticator.impersonate(by, origin);
    } catch (CrmException e) {
      if (e.reason() == CrmException.Reason.UNAUTHENTICATED) {
        throw CrmException.of(
            CrmException.Reason.FORBIDDEN,
            "user_gone",
            "Whoever asked for it is not an active user any more",
            java.util.Map.of());
      }
      throw e;
    }
  }

  /** Runs a job; true if it ended, false if it waits to be taken up again. */
  boolean run(Claim claim, RunningJob job, Consumer<JobRun> runner) {
    try {
      if (claim.attempts() > MOST_ATTEMPTS) {
        throw CrmException.badRequest("It was begun too often without getting on");
      }
      callers.call(
          caller(claim),
          () -> {
            runner.accept(job);
            return job;
          });
      return job.refused() ? release(claim, null) : end(claim, JobStatus.SUCCEEDED, null);
    } catch (JobCancelled e) {
      return release(claim, null);
    } catch (CrmException e) {
      return e.reason() == CrmException.Reason.UNAVAILABLE
          ? release(claim, e.getMessage())
          : end(claim, JobStatus.FAILED, message(e));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      var incident = UUID.randomUUID();
      LOG.error("job {} failed, incident {}", claim.id(), incident, e);
      return end(claim, JobStatus.FAILED, "It failed for a reason that is in the log: " + incident);
    }
  }

  /** Nothing happens if it was cancelled or another node has it. */
  private boolean release(Claim claim, @org.jspecify.annotations.Nullable String reason) {
    table.release(claim.id(), node, reason);
    return false;
  }

  private boolean end(
      Claim claim, JobStatus status, @org.jspecify.annotations.Nullable String error) {
    table.end(claim.id(), node, status, error);
    return true;
  }

  private static String message(CrmException failure) {
    var text = new StringBuilder(failure.getMessage());
    failure
        .violations()
        .forEach(v -> text.append("; ").append(v.field()).append(": ").append(v.message()));
    return text.toString();
  }
}
