package org.crmportal.jobs.internal.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How cells are written for spreadsheets. */
public final class Csv {

  private static final CSVFormat LINE = CSVFormat.RFC4180;

  private Csv() {}

  /** Cells as one line without its end. */
  public static String line(List<?> cells) {
    return LINE.format(cells.toArray());
  }

  /** The cells of one line that {@link #line} wrote. */
  public static List<String> cells(String line) {
    try (var parser = CSVParser.parse(line, LINE)) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same text, which no spreadsheet takes for a formula. */
  public static String harmless(String cell) {
    return dangerous(cell, 0) ? "'" + cell : cell;
  }

  /** The text as it was before it was made harmless, so that an export can be imported again. */
  static String original(String cell) {
    return cell.startsWith("'") && dangerous(cell, 1) ? cell.substring(1) : cell;
  }

  /** Whether a formula, or a text that is one behind quotes, begins there. */
  private static boolean dangerous(String cell, int from) {
    int at = from;
    while (at < cell.length() && cell.charAt(at) == '\'') {
      at++;
    }
    return cell.length() > at && "=+-@\t\r".indexOf(cell.charAt(at)) >= 0;
  }
}
