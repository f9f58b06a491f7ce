package org.crmportal.examples.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The files of the data set, with its known faults mended: a sector and a product that are spelt
 * wrongly.
 */
record DataSet(List<CSVRecord> accounts, List<CSVRecord> agents, List<CSVRecord> opportunities) {

  private static final Map<String, String> MENDED =
      Map.of("technolgy", "technology", "GTXPro", "GTX Pro");

  static DataSet in(Path folder) throws IOException {
    return new DataSet(
        read(folder.resolve("accounts.csv")),
        read(folder.resolve("sales_teams.csv")),
        read(folder.resolve("sales_pipeline.csv")));
  }

  /** A value as it should have been written. */
  static String mended(String value) {
    return MENDED.getOrDefault(value, value);
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }
}
