package org.crmportal.platform.job;

/** How far a job is; the last three are final. */
public enum JobStatus {
  /** It waits for a node with room, or for what it needs to run again. */
  QUEUED,
  /** A node works on it; if the node dies, another one goes on. */
  RUNNING,
  /** It came to its end; rows of it may have failed. */
  SUCCEEDED,
  /** It was given up, and says why. What it had committed stays. */
  FAILED,
  /** Somebody stopped it. What it had committed stays. */
  CANCELLED;

  /** Whether the job has ended. */
  public boolean ended() {
    return this != QUEUED && this != RUNNING;
  }
}
