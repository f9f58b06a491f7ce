package org.crmportal.jobs.internal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.crmportal.platform.job.JobRun;
import org.crmportal.platform.job.JobRunner;

/** A job of a hundred steps, each of which a test may watch. */
final class Steps implements JobRunner {

  static final int COUNT = 100;

  final Queue<Long> committed = new ConcurrentLinkedQueue<>();
  private final LongConsumer inside;

  Steps(LongConsumer inside) {
    this.inside = inside;
  }

  @Override
  public String kind() {
    return "steps";
  }

  @Override
  public void run(JobRun run) {
    run.total(COUNT);
    for (long step = run.position() + 1; step <= COUNT; step++) {
      long now = step;
      run.step(
          step,
          () -> {
            inside.accept(now);
            return new JobRun.Outcome(1, List.of());
          });
      committed.add(step);
    }
  }
}
