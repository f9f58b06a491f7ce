package org.crmportal.jobs.internal;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.JobRun;

/** A job that this node runs. */
final class RunningJob implements JobRun {

  private final Claim claim;
  private final String node;
  private final Transactions transactions;
  private final Callers callers;
  private final Supplier<Caller> caller;
  private final JobTable table;
  private long position;
  private volatile boolean stopped;
  private volatile boolean refused;

  /**
   * A claimed job.
   *
   * @param caller gives who asked for it, with the permissions that are in force when it is asked
   */
  RunningJob(
      Claim claim,
      String node,
      Transactions transactions,
      Callers callers,
      Supplier<Caller> caller) {
    this.claim = claim;
    this.node = node;
    this.transactions = transactions;
    this.callers = callers;
    this.caller = caller;
    this.table = new JobTable(transactions);
    this.position = claim.position();
  }

  String kind() {
    return claim.kind();
  }

  /** Lets it end before its next step, to be taken up again. */
  void stop() {
    stopped = true;
  }

  /** Whether it had to end early. */
  boolean refused() {
    return refused;
  }

  @Override
  public UUID id() {
    return claim.id();
  }

  @Override
  public Map<String, Object> parameters() {
    return claim.parameters();
  }

  @Override
  public InputStream file() {
    return new JobFiles(transactions).read(id());
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void total(long rows) {
    check();
    table.total(id(), node, rows);
  }

  @Override
  public void check() {
    goOn(!stopped && table.held(id(), node));
  }

  @Override
  public void step(long end, Step step) {
    goOn(!stopped);
    callers.call(
        caller.get(),
        () ->
            transactions.required(
                () -> {
                  // The row is locked from here to the commit: nobody takes the job over meanwhile.
                  goOn(table.hold(id(), node));
                  var outcome = step.run();
                  var failures = outcome.failures();
                  new JobFailures(transactions).add(id(), failures);
                  table.advance(id(), node, end, outcome.done(), failures.size());
                  return end;
                }));
    position = end;
  }

  private void goOn(boolean may) {
    if (!may) {
      refused = true;
      throw new JobCancelled("The job " + id() + " does not go on here");
    }
  }
}
