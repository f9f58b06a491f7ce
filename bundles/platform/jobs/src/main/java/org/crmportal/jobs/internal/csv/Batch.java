package org.crmportal.jobs.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.JobRun.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes rows behind savepoints, so that one that is refused takes no other with it. */
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Transactions transactions;
  private final RowWriter<?, ?> writer;
  private final BooleanSupplier running;
  private final List<RowValues> rows;
  private final List<Failure> failures = new ArrayList<>();

  /**
   * Rows to be written.
   *
   * @param running whether the service that keeps the records still runs
   */
  Batch(
      Transactions transactions,
      RowWriter<?, ?> writer,
      BooleanSupplier running,
      List<RowValues> rows) {
    this.transactions = transactions;
    this.writer = writer;
    this.running = running;
    this.rows = rows;
  }

  /**
   * Writes the rows and returns those that failed.
   *
   * @throws CrmException {@code UNAVAILABLE} if the service or the database is gone
   */
  List<Failure> write() {
    write(0, rows.size());
    return failures;
  }

  private record Stop(int index, List<Violation> violations) {}

  /**
   * One savepoint serves as many rows as succeed in a row; those before one that fails are written
   * once more. A savepoint for each row would cost two round trips, and more than 64 of them in a
   * transaction slow down everybody else.
   */
  private void write(int first, int end) {
    int from = first;
    while (from < end) {
      var stop = together(from, end);
      if (stop == null) {
        return;
      }
      write(from, stop.index());
      failures.add(failure(rows.get(stop.index()).row, stop.violations()));
      from = stop.index() + 1;
    }
  }

  private @Nullable Stop together(int from, int end) {
    int[] index = {from};
    try {
      transactions.savepoint(
          () -> {
            for (; index[0] < end; index[0]++) {
              writer.write(rows.get(index[0]));
            }
            return index;
          });
      return null;
    } catch (CrmException e) {
      if (e.reason() == Reason.UNAVAILABLE) {
        throw e;
      }
      return new Stop(Math.min(index[0], end - 1), violations(e));
    } catch (RuntimeException e) {
      if (!running.getAsBoolean()) {
        throw CrmException.of(Reason.UNAVAILABLE, "stopped", "It waits", java.util.Map.of());
      }
      var incident = UUID.randomUUID();
      LOG.error(
          "row {}, incident {}", rows.get(Math.min(index[0], end - 1)).row.number(), incident, e);
      var reason = "failed for a reason that is in the log: " + incident;
      return new Stop(Math.min(index[0], end - 1), List.of(new Violation("", "defect", reason)));
    }
  }

  private static List<Violation> violations(CrmException failure) {
    return failure.violations().isEmpty()
        ? List.of(new Violation("", failure.kind(), failure.getMessage()))
        : failure.violations();
  }

  static Failure failure(CsvRow row, List<Violation> violations) {
    return new Failure(row.number(), violations, row.line());
  }
}
