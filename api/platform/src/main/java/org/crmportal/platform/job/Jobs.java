package org.crmportal.platform.job;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Takes jobs and has each run once, on whichever node has room. */
@ProviderType
public interface Jobs {

  /**
   * Queues a job for the current caller. It runs once the running transaction, if any, is
   * committed.
   *
   * @param kind which {@link JobRunner} runs it
   * @param parameters values that JSON can hold
   * @param file what it works on, read to its end here; null if it needs none
   * @return the job's id
   */
  UUID submit(String kind, Map<String, Object> parameters, @Nullable InputStream file);

  /**
   * Stops a job after its current step; what it has committed stays.
   *
   * @return the job as it is then; one that was cancelled before stays as it is
   * @throws org.crmportal.platform.CrmException {@code NOT_FOUND} if the caller may not see it,
   *     {@code FORBIDDEN} if it is somebody else's and the caller lacks {@code jobs:update}, {@code
   *     CONFLICT} if it has ended otherwise
   */
  Job cancel(UUID id);

  /**
   * The first rows of a job that failed, by their number in the file.
   *
   * @param most how many at most
   * @throws org.crmportal.platform.CrmException {@code NOT_FOUND} if the caller may not see the job
   */
  List<JobRun.Failure> failures(UUID id, int most);
}
