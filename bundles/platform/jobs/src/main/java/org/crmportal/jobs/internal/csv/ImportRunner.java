package org.crmportal.jobs.internal.csv;

import java.util.ArrayList;
import java.util.List;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.JobRun;
import org.crmportal.platform.job.JobRunner;
import org.crmportal.platform.record.Duplicates;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports the records of a CSV file, a few hundred in a transaction. */
@Component
public final class ImportRunner implements JobRunner {

  static final String KIND = "import";

  private static final int STEP = 200;

  /** A dry run finds duplicates within the file only as far as one of its steps goes. */
  private static final int DRY_STEP = 2_000;

  private static final int COUNTED = 10_000;

  private final Transactions transactions;
  private final Callers callers;
  private final RecordTypes types;
  private final Duplicates duplicates;

  @Activate
  public ImportRunner(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference RecordTypes types,
      @Reference Duplicates duplicates) {
    this.transactions = transactions;
    this.callers = callers;
    this.types = types;
    this.duplicates = duplicates;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    var order = ImportOrder.of(run.parameters());
    var file = CsvFile.detect(run::file);
    var users = new UserLookup(types);
    if (run.position() == 0) {
      run.total(count(file, run));
    }
    try (var rows = file.rows()) {
      long position = 0;
      for (; position < run.position() && rows.hasNext(); position++) {
        rows.next();
      }
      while (rows.hasNext()) {
        var batch = new ArrayList<CsvRow>();
        int size = order.how().dryRun() ? DRY_STEP : STEP;
        for (; batch.size() < size && rows.hasNext(); position++) {
          var row = rows.next();
          if (!row.blank()) {
            batch.add(row);
          }
        }
        run.step(position, () -> step(order, file, users, batch));
      }
    }
  }

  private static long count(CsvFile file, JobRun run) {
    long count = 0;
    try (var rows = file.rows()) {
      while (rows.hasNext()) {
        var row = rows.next();
        count += row.blank() ? 0 : 1;
        if (row.number() % COUNTED == 0) {
          run.check();
        }
      }
    }
    return count;
  }

  private JobRun.Outcome step(
      ImportOrder order, CsvFile file, UserLookup users, List<CsvRow> rows) {
    var service =
        types.named(order.type()).orElseThrow(() -> CrmException.moduleDown(order.module()));
    var permission = service.type().resource() + ":" + KIND;
    if (!callers.current().may(permission)) {
      throw CrmException.forbidden(permission);
    }
    if (!order.how().dryRun()) {
      return write(service, order, file, users, rows);
    }
    try {
      return transactions.savepoint(
          () -> {
            throw new Rehearsed(write(service, order, file, users, rows));
          });
    } catch (Rehearsed e) {
      return e.outcome;
    }
  }

  private <T extends Record, N extends Record> JobRun.Outcome write(
      RecordService<T, N> service,
      ImportOrder order,
      CsvFile file,
      UserLookup users,
      List<CsvRow> rows) {
    var plan = ImportPlan.of(service.type(), order.how(), file.header());
    var reader = new RowReader(plan, order.how(), users);
    var writer = new RowWriter<>(service, order.how());
    var failures = new ArrayList<JobRun.Failure>();
    var good = new ArrayList<RowValues>();
    for (var row : rows) {
      var values = reader.read(row);
      if (row.cells().size() == plan.width()) {
        writer.check(values);
      }
      if (values.violations.isEmpty()) {
        good.add(values);
      } else {
        failures.add(Batch.failure(row, values.violations));
      }
    }
    var batch = new Batch(transactions, writer, () -> runs(service), good);
    failures.addAll(
        order.how().allowDuplicate()
            ? batch.write()
            : duplicates.ahead(service.type(), writer.drafts(good), batch::write));
    return new JobRun.Outcome(rows.size() - failures.size(), failures);
  }

  private boolean runs(RecordService<?, ?> service) {
    return types.named(service.type().name()).filter(now -> now == service).isPresent();
  }

  /** Undoes a dry run, and carries what came of it. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient JobRun.Outcome outcome;

    Rehearsed(JobRun.Outcome outcome) {
      super("a dry run is undone", null, false, false);
      this.outcome = outcome;
    }
  }
}
