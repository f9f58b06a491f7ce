package org.crmportal.jobs.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.JobRun.Failure;
import org.jspecify.annotations.Nullable;

/** The failed rows of jobs, one row in the database for each reason. */
final class JobFailures {

  private static final int PAGE = 1_000;

  private final Transactions transactions;

  JobFailures(Transactions transactions) {
    this.transactions = transactions;
  }

  void add(UUID job, List<Failure> failures) {
    if (failures.isEmpty()) {
      return;
    }
    var sql =
        "INSERT INTO job_errors (job_id, row_number, field, code, reason, content)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    transactions.tx(
        connection -> {
          try (var insert = connection.prepareStatement(sql)) {
            for (var failure : failures) {
              add(insert, job, failure);
            }
            return insert.executeBatch();
          }
        });
  }

  private static void add(PreparedStatement insert, UUID job, Failure failure) throws SQLException {
    var content = failure.content();
    for (var violation : failure.violations()) {
      insert.setObject(1, job);
      insert.setLong(2, failure.row());
      insert.setString(3, violation.field());
      insert.setString(4, violation.code());
      insert.setString(5, violation.message());
      insert.setString(6, content);
      insert.addBatch();
      // The row is kept once, beside the first of its reasons.
      content = null;
    }
  }

  /** The first failed rows of a job, of its first page of reasons. */
  List<Failure> first(UUID job, int most) {
    var rows = new LinkedHashMap<Long, List<Reason>>();
    for (var reason : page(job, 0, 0)) {
      rows.computeIfAbsent(reason.row(), row -> new ArrayList<>()).add(reason);
    }
    return rows.values().stream().limit(most).map(JobFailures::failure).toList();
  }

  /** Gives each failed row of a job to a consumer, in order, a thousand reasons in memory. */
  void each(UUID job, Consumer<Failure> consumer) {
    var pending = new ArrayList<Reason>();
    var page = page(job, 0, 0);
    while (!page.isEmpty()) {
      for (var reason : page) {
        if (!pending.isEmpty() && pending.get(0).row() != reason.row()) {
          consumer.accept(failure(pending));
          pending.clear();
        }
        pending.add(reason);
      }
      var last = page.get(page.size() - 1);
      page = page(job, last.row(), last.id());
    }
    if (!pending.isEmpty()) {
      consumer.accept(failure(pending));
    }
  }

  private record Reason(long id, long row, Violation violation, @Nullable String content) {}

  private static Failure failure(List<Reason> reasons) {
    var first = reasons.get(0);
    var violations = reasons.stream().map(Reason::violation).toList();
    return new Failure(first.row(), violations, first.content());
  }

  private List<Reason> page(UUID job, long afterRow, long afterId) {
    return transactions.read(connection -> page(connection, job, afterRow, afterId));
  }

  private static List<Reason> page(Connection connection, UUID job, long afterRow, long afterId)
      throws SQLException {
    var sql =
        "SELECT id, row_number, field, code, reason, content FROM job_errors WHERE job_id = ?"
            + " AND (row_number, id) > (?, ?) ORDER BY row_number, id LIMIT "
            + PAGE;
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, job);
      select.setLong(2, afterRow);
      select.setLong(3, afterId);
      var page = new ArrayList<Reason>();
      for (var row = select.executeQuery(); row.next(); ) {
        var violation = new Violation(row.getString(3), row.getString(4), row.getString(5));
        page.add(new Reason(row.getLong(1), row.getLong(2), violation, row.getString(6)));
      }
      return page;
    }
  }
}
