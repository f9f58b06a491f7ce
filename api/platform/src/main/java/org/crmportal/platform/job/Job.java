package org.crmportal.platform.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands. Whoever asked for it may read and cancel it without any permission.
 *
 * @param kind which {@link JobRunner} runs it
 * @param parameters what was asked for
 * @param rowsTotal how many rows there are in all, or null while that is not known
 * @param rowsDone rows that succeeded
 * @param rowsFailed rows that failed
 * @param secondsLeft how long it will still take at its present speed, or null where that cannot be
 *     said
 * @param error why it failed, or what it waits for; null otherwise
 * @param createdBy the user who asked for it, or null for the system
 * @param startedAt when a node first began with it, or null
 * @param finishedAt when it ended, or null
 */
public record Job(
    UUID id,
    String kind,
    JobStatus status,
    Map<String, Object> parameters,
    @Nullable Long rowsTotal,
    long rowsDone,
    long rowsFailed,
    @Nullable Long secondsLeft,
    @Nullable String error,
    @Nullable UUID createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Nothing of a job is a caller's to set. */
  public record Draft() {}

  /** The rest of the rows at the speed of those since the job was last taken up. */
  private static final String SECONDS_LEFT =
      """
      (case when t.status = 'running' and t.rows_total is not null
            and t.rows_done + t.rows_failed > t.resumed_rows
       then ceil(extract(epoch from (now() at time zone 'UTC') - t.resumed_at)
            * greatest(t.rows_total - t.rows_done - t.rows_failed, 0)
            / (t.rows_done + t.rows_failed - t.resumed_rows))::bigint end)\
      """;

  /** What the platform knows of jobs. */
  public static final RecordType<Job, Draft> TYPE =
      RecordType.of("job", Job.class, Draft.class)
          .module("jobs")
          .owners("created_by")
          .titles("kind")
          .status("status")
          .computed("seconds_left", SECONDS_LEFT)
          .everyone("read_own", "update_own")
          .readOnly()
          .build();
}
