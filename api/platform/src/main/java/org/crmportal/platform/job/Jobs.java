package org.crmportal.platform.job;

import java.io.InputStream;
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

  /** Asks a job to stop; it does so after its current step. */
  void cancel(UUID id);
}
