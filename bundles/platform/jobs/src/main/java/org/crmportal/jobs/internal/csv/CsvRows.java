package org.crmportal.jobs.internal.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crmportal.platform.CrmException;

/** Reads the rows of a file, one at a time. */
final class CsvRows implements Iterator<CsvRow>, AutoCloseable {

  /** A quote that is never closed would otherwise take the rest of the file into memory. */
  private static final int MAX_ROW = 2_000_000;

  private final Bounded text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long last;

  CsvRows(Reader text, char separator) throws IOException {
    this.text = new Bounded(text, MAX_ROW);
    this.parser = CSVParser.parse(this.text, format(separator));
    this.records = parser.iterator();
  }

  static CSVFormat format(char separator) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .get();
  }

  @Override
  public boolean hasNext() {
    return reading(records::hasNext);
  }

  /**
   * The next row.
   *
   * @throws CrmException {@code INVALID} if the text is no CSV from here on
   */
  @Override
  public CsvRow next() {
    var row = reading(() -> row(records.next()));
    text.rowRead();
    last = row.number();
    return row;
  }

  private static CsvRow row(CSVRecord record) {
    List<String> cells = record.stream().map(Csv::original).toList();
    return new CsvRow(record.getRecordNumber(), cells);
  }

  private <R> R reading(java.util.function.Supplier<R> work) {
    try {
      return work.get();
    } catch (NoSuchElementException e) {
      throw e;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException || e.getCause() instanceof Bounded.Exceeded) {
        throw unreadable();
      }
      throw e;
    } catch (IllegalStateException e) {
      throw unreadable();
    }
  }

  private CrmException unreadable() {
    return CrmException.invalid(
        "file",
        "unreadable",
        "row " + (last + 1) + ": a quote is not closed, or the row is too long");
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
