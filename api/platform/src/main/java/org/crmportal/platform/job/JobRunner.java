package org.crmportal.platform.job;

import org.osgi.annotation.versioning.ConsumerType;

/** Runs the jobs of one kind; register an implementation as a service. */
@ConsumerType
public interface JobRunner {

  /** The kind of job that this runs, e.g. {@code import}. */
  String kind();

  /**
   * Runs a job to its end, as the user who asked for it. A job that was interrupted (the node was
   * killed) is run again, on any node: {@link JobRun#position()} says where the last committed step
   * ended.
   *
   * @throws org.crmportal.platform.CrmException fails the job, with this message; {@code
   *     UNAVAILABLE} lets it wait instead, and go on when what it needs is there again
   */
  void run(JobRun run);
}
