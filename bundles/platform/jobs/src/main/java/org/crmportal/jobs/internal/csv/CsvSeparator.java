package org.crmportal.jobs.internal.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the character that splits most of the first rows into as many cells as the header. */
final class CsvSeparator {

  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int HEAD = 64 * 1024;
  private static final int ROWS = 20;

  private CsvSeparator() {}

  /** The separator of a text; the comma if there is but one column. */
  static char detect(Reader text) throws IOException {
    var head = new char[HEAD];
    int length = 0;
    for (int read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
      read = text.read(head, length, HEAD - length);
    }
    char best = ',';
    long most = 0;
    for (char candidate : CANDIDATES) {
      long score = score(new String(head, 0, length), candidate);
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best;
  }

  private static long score(String head, char separator) {
    var rows = rows(head, separator);
    if (rows.isEmpty() || rows.get(0).size() < 2) {
      return 0;
    }
    int columns = rows.get(0).size();
    long even = rows.stream().filter(row -> row.size() == columns).count();
    return even * 1_000_000 / rows.size() + columns;
  }

  private static List<CSVRecord> rows(String head, char separator) {
    var rows = new ArrayList<CSVRecord>();
    try (var parser = CSVParser.parse(new StringReader(head), CsvRows.format(separator))) {
      for (var row : parser) {
        rows.add(row);
        if (rows.size() > ROWS) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // The head may end within quotes; what was read so far has to do.
      return rows;
    }
    // The last row of a head may be cut off.
    return rows.size() > 1 && head.length() == HEAD ? rows.subList(0, rows.size() - 1) : rows;
  }
}
