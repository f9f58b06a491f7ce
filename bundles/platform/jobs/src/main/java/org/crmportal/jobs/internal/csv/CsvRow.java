package org.crmportal.jobs.internal.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number its number in the file, the header being 1
 */
record CsvRow(long number, List<String> cells) {

  CsvRow {
    cells = List.copyOf(cells);
  }

  /** Whether it is an empty line. */
  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The row as a line of comma-separated values. */
  String line() {
    return Csv.line(cells);
  }
}
