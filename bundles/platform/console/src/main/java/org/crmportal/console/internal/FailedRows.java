package org.crmportal.console.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.JobRun.Failure;

/** Why rows of a file failed, in lines for people. */
final class FailedRows {

  private FailedRows() {}

  /**
   * A line for each reason.
   *
   * @param headers what the file calls a field
   * @param all how many rows failed, those that are not shown included
   */
  static List<String> lines(List<Failure> shown, Map<String, String> headers, long all) {
    var lines = new ArrayList<String>();
    for (var failure : shown) {
      for (var violation : failure.violations()) {
        lines.add("  row %d%s".formatted(failure.row(), reason(violation, headers)));
      }
    }
    if (all > shown.size()) {
      lines.add("  and %d more rows".formatted(all - shown.size()));
    }
    return lines;
  }

  private static String reason(Violation violation, Map<String, String> headers) {
    var field = violation.field();
    if (field.isEmpty()) {
      return ": " + violation.message();
    }
    var header = headers.getOrDefault(field, field);
    var name = header.equals(field) ? field : header + " (" + field + ")";
    return ", %s: %s".formatted(name, violation.message());
  }
}
