package org.crmportal.jobs.internal;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.JobRun;
import org.crmportal.platform.job.JobRunner;
import org.crmportal.platform.job.JobStatus;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Takes jobs, and runs on this node those for which there is a runner and room. */
@Component(immediate = true)
public final class JobsImpl implements Jobs {

  private final Transactions transactions;
  private final Callers callers;
  private final Records records;
  private final Journal journal;
  private final JobTable table;
  private final Map<String, JobRunner> runners = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher;

  /**
   * Begins to look for jobs.
   *
   * @param admin connections of its own, which go around a pooler
   * @param migrated is there when the tables are
   */
  @Activate
  public JobsImpl(
      @Reference(target = "(osgi.jndi.service.name=crm-admin)") DataSource admin,
      @Reference(target = "(osgi.jndi.service.name=crm-platform)") DataSource migrated,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Authenticator authenticator,
      @Reference Records records,
      @Reference Journal journal) {
    this.transactions = transactions;
    this.callers = callers;
    this.records = records;
    this.journal = journal;
    this.table = new JobTable(transactions);
    // New at each start, so that nobody takes a job of the process before for its own.
    var node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    var worker = new JobWorker(node, transactions, callers, authenticator);
    this.dispatcher = new Dispatcher(admin, node, runners, worker);
  }

  @Deactivate
  void close() {
    dispatcher.close();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindRunner(JobRunner runner) {
    runners.put(runner.kind(), runner);
    dispatcher.look();
  }

  void unbindRunner(JobRunner runner) {
    if (runners.remove(runner.kind(), runner)) {
      dispatcher.stop(runner.kind());
    }
  }

  @Override
  public UUID submit(String kind, Map<String, Object> parameters, @Nullable InputStream file) {
    var id = UUID.randomUUID();
    var by = callers.current();
    var all = new LinkedHashMap<>(parameters);
    if (by.id() == null) {
      all.put(JobWorker.ACTOR, by.name());
    }
    return transactions.required(
        () -> {
          table.insert(id, kind, by.id(), all);
          if (file != null) {
            new JobFiles(transactions).write(id, file);
          }
          journal.audit(
              "created", Job.TYPE.name(), id, Map.of("kind", kind, "parameters", parameters));
          return id;
        });
  }

  @Override
  public Job cancel(UUID id) {
    return transactions.required(
        () -> {
          records.require(Job.TYPE, id, "update");
          var before = records.get(Job.TYPE, id);
          boolean cancelled = table.cancel(id);
          var after = records.get(Job.TYPE, id);
          if (cancelled) {
            return journal.changed(Job.TYPE, before, after, Entry.of("cancelled"));
          }
          if (after.status() != JobStatus.CANCELLED) {
            var status = JobTable.name(after.status());
            throw CrmException.illegalMove(status, "cancelled", List.of());
          }
          return after;
        });
  }

  @Override
  public List<JobRun.Failure> failures(UUID id, int most) {
    records.get(Job.TYPE, id);
    return new JobFailures(transactions).first(id, most);
  }
}
