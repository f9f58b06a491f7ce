package org.crmportal.jobs.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.crmportal.platform.CrmException;

/**
 * A CSV file of which separator and encoding are known.
 *
 * @param bytes gives the file from its beginning, as often as it is asked
 * @param header the names of the columns
 */
record CsvFile(Supplier<InputStream> bytes, Charset charset, char separator, List<String> header) {

  /**
   * Detects encoding and separator and reads the header.
   *
   * @throws CrmException {@code INVALID} if there is no header
   */
  static CsvFile detect(Supplier<InputStream> bytes) {
    try (var whole = bytes.get()) {
      var charset = CsvText.charset(whole);
      char separator = separator(bytes, charset);
      try (var rows = new CsvRows(CsvText.open(bytes.get(), charset), separator)) {
        if (!rows.hasNext()) {
          throw CrmException.invalid("file", "empty", "has no header");
        }
        return new CsvFile(bytes, charset, separator, header(rows.next()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(CsvRow row) {
    return row.cells().stream().map(String::strip).toList();
  }

  private static char separator(Supplier<InputStream> bytes, Charset charset) throws IOException {
    try (var text = CsvText.open(bytes.get(), charset)) {
      return CsvSeparator.detect(text);
    }
  }

  /** The rows after the header; must be closed. */
  CsvRows rows() {
    try {
      var rows = new CsvRows(CsvText.open(bytes.get(), charset), separator);
      rows.next();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
