package org.crmportal.jobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crmportal.jobs.internal.csv.Csv;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.JobRun.Failure;

/** The failed rows of a job as CSV: number and reasons, then the row as it was. */
final class ErrorsCsv {

  private final Job job;
  private final JobFailures failures;

  ErrorsCsv(Job job, JobFailures failures) {
    this.job = job;
    this.failures = failures;
  }

  /** Writes them all; a page of them is in memory at a time. */
  void write(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      line(writer, header());
      failures.each(job.id(), failure -> line(writer, cells(failure)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private List<String> header() {
    var cells = new ArrayList<>(List.of("row", "errors"));
    if (job.parameters().get("header") instanceof List<?> names) {
      names.forEach(name -> cells.add(String.valueOf(name)));
    }
    return cells;
  }

  private static List<String> cells(Failure failure) {
    var cells = new ArrayList<String>();
    cells.add(String.valueOf(failure.row()));
    cells.add(
        failure.violations().stream().map(ErrorsCsv::reason).collect(Collectors.joining("; ")));
    if (failure.content() != null) {
      cells.addAll(Csv.cells(failure.content()));
    }
    return cells;
  }

  private static String reason(Violation violation) {
    return violation.field().isEmpty()
        ? violation.message()
        : violation.field() + ": " + violation.message();
  }

  private static void line(Writer writer, List<String> cells) {
    try {
      writer.append(Csv.line(cells.stream().map(Csv::harmless).toList())).append("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
