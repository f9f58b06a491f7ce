package org.crmportal.jobs.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  private record Stop(int index, RuntimeException why) {}

  /**
   * Rows that succeed in a row are written together. What stops them may be the row at which they
   * stopped or, found late by the database, one before it: so that row is written alone, and those
   * before it once more.
   */
  private void write(int first, int end) {
    int from = first;
    while (from < end) {
      var stop = attempt(from, end, work -> () -> transactions.batch(work));
      if (stop == null) {
        return;
      }
      if (stop.index() == end) {
        writeEach(from, end);
        return;
      }
      write(from, stop.index());
      writeEach(stop.index(), stop.index() + 1);
      from = stop.index() + 1;
    }
  }

  /**
   * Writes rows each of which is in the database before the next. One savepoint serves as many as
   * succeed in a row; those before one that fails are written once more. A savepoint for each row
   * would cost two round trips, and more than 64 of them in a transaction slow down everybody else.
   */
  private void writeEach(int first, int end) {
    int from = first;
    while (from < end) {
      var stop = attempt(from, end, work -> work);
      if (stop == null) {
        return;
      }
      int failed = Math.min(stop.index(), end - 1);
      writeEach(from, failed);
      var row = rows.get(failed).row;
      failures.add(failure(row, violations(row, stop.why())));
      from = failed + 1;
    }
  }

  /** Where rows stopped, which is their end if all were tried; null if they are written. */
  private @Nullable Stop attempt(int from, int end, UnaryOperator<Supplier<int[]>> how) {
    int[] index = {from};
    try {
      transactions.savepoint(() -> how.apply(() -> rows(index, end)).get());
      return null;
    } catch (RuntimeException e) {
      if (e instanceof CrmException known && known.reason() == Reason.UNAVAILABLE) {
        throw e;
      }
      if (!(e instanceof CrmException) && !running.getAsBoolean()) {
        throw CrmException.of(Reason.UNAVAILABLE, "stopped", "It waits", Map.of());
      }
      return new Stop(index[0], e);
    }
  }

  private int[] rows(int[] index, int end) {
    for (; index[0] < end; index[0]++) {
      writer.write(rows.get(index[0]));
    }
    return index;
  }

  private static List<Violation> violations(CsvRow row, RuntimeException why) {
    if (!(why instanceof CrmException failure)) {
      var incident = UUID.randomUUID();
      LOG.error("row {}, incident {}", row.number(), incident, why);
      var reason = "failed for a reason that is in the log: " + incident;
      return List.of(new Violation("", "defect", reason));
    }
    return failure.violations().isEmpty()
        ? List.of(new Violation("", failure.kind(), failure.getMessage()))
        : failure.violations();
  }

  static Failure failure(CsvRow row, List<Violation> violations) {
    return new Failure(row.number(), violations, row.line());
  }
}
