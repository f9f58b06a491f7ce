package org.crmportal.jobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.JobStatus;
import org.crmportal.testkit.TestDatabase;

/** A database with gadgets and Ann, and one node on it. */
final class JobsFixture implements AutoCloseable {

  final TestDatabase database = TestDatabase.migrated();
  final TestNode node;
  private final List<TestNode> nodes = new ArrayList<>();

  JobsFixture() {
    database.execute(Gadget.TABLE);
    database.execute(
        "INSERT INTO users (id, email, password_hash, full_name) VALUES ('"
            + TestNode.ANN
            + "', 'ann@example.org', 'x', 'Ann')");
    node = another();
  }

  /** One more node on the same database. */
  TestNode another() {
    var another = new TestNode(database.dataSource());
    nodes.add(another);
    return another;
  }

  Job job(UUID id) {
    return node.asAnn(() -> node.records.get(Job.TYPE, id));
  }

  /** Waits until a job has a status. */
  Job await(UUID id, JobStatus status) {
    until(() -> job(id).status() == status || job(id).status().ended());
    var job = job(id);
    assertThat(job.status()).as("%s", job).isEqualTo(status);
    return job;
  }

  /** Waits, a minute at most. */
  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** The first column of a query, a line for each row. */
  List<String> ask(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var lines = new ArrayList<String>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An import that maps and does nothing else. */
  static CsvImport plain(Map<String, String> mapping) {
    return new CsvImport(mapping, Map.of(), null, ".", null, false, false);
  }

  /** Queues an import of gadgets for Ann. */
  UUID submit(CsvImport how, String file) {
    var bytes = new ByteArrayInputStream(file.getBytes(UTF_8));
    return node.asAnn(() -> node.imports.submit(Gadget.TYPE, how, bytes));
  }

  /** Imports gadgets for Ann. */
  Job imported(CsvImport how, String file) {
    return await(submit(how, file), JobStatus.SUCCEEDED);
  }

  /** The failed rows of a job as a file. */
  String errors(Job job) throws IOException {
    var out = new ByteArrayOutputStream();
    new ErrorsCsv(job, new JobFailures(node.transactions)).write(out);
    return out.toString(UTF_8);
  }

  @Override
  public void close() {
    nodes.forEach(TestNode::close);
    database.close();
  }
}
