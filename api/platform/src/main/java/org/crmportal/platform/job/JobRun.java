package org.crmportal.platform.job;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** One run of a job, as its runner sees it. */
@ProviderType
public interface JobRun {

  UUID id();

  /** What was asked for, as it was given to {@link Jobs#submit}. */
  Map<String, Object> parameters();

  /** The file that came with the job, from its beginning; empty if none came. */
  InputStream file();

  /** How far the last committed step came, in units that the runner chooses; 0 at first. */
  long position();

  /** Says how many rows there are in all, once it is known. */
  void total(long rows);

  /**
   * To be called now and then in long work between or outside steps.
   *
   * @throws JobCancelled if the job was cancelled, belongs to another node or has to stop here
   */
  void check();

  /**
   * Does a step of the job in one transaction together with its progress: after a crash either both
   * are there or neither.
   *
   * @param position where the step ends
   * @throws JobCancelled if the job was cancelled, belongs to another node by now or has to stop
   */
  void step(long position, Step step);

  /** Work in the transaction of a step. */
  @FunctionalInterface
  interface Step {
    Outcome run();
  }

  /**
   * What a step did.
   *
   * @param done rows that succeeded
   * @param failures rows that failed; each is kept for {@code errors.csv}
   */
  record Outcome(long done, List<Failure> failures) {}

  /**
   * A row that failed.
   *
   * @param row its number in the file, the header being 1
   * @param violations why
   * @param content the row as it was in the file, or null
   */
  record Failure(long row, List<Violation> violations, @Nullable String content) {}

  /** Ends a run whose job was cancelled, taken over or has to stop; the runner lets it pass. */
  final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JobCancelled(String message) {
      super(message, null, false, false);
    }
  }
}
