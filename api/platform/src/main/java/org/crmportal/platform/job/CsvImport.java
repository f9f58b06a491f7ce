package org.crmportal.platform.job;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file becomes records.
 *
 * @param mapping the file's headers and the field that each fills, {@code metadata.<key>} included;
 *     a header that is not in it is ignored. A field that holds whom a record belongs to takes the
 *     e-mail address of a user whom the caller may see as well as an id
 * @param constants values that every record gets, by field, written as in JSON
 * @param dateFormat how the file writes dates, e.g. {@code M/d/yyyy}; null means ISO 8601
 * @param decimal what stands before the decimals in the file, {@code .} or {@code ,}
 * @param key the field by which a record that is there already is found and changed, or null to
 *     create only
 * @param dryRun whether to do everything and keep nothing; duplicates within the file are found
 *     among 2,000 neighbouring rows
 * @param allowDuplicate whether a record may look like another one
 */
public record CsvImport(
    Map<String, String> mapping,
    Map<String, String> constants,
    @Nullable String dateFormat,
    String decimal,
    @Nullable String key,
    boolean dryRun,
    boolean allowDuplicate) {

  /**
   * Checks what can be told without the file.
   *
   * @throws CrmException {@code INVALID} without a mapping, for a date format that is none, or for
   *     another decimal sign
   */
  public CsvImport {
    mapping = Map.copyOf(mapping);
    constants = Map.copyOf(constants);
    var checks = new Checks();
    checks.require(!mapping.isEmpty(), "mapping", "required", "must map at least one header");
    checks.require(
        decimal.equals(".") || decimal.equals(","), "decimal", "not_allowed", "must be . or ,");
    dateFormat = checks.optionalText("date_format", dateFormat, 50);
    checks.require(
        dateFormat == null || isPattern(dateFormat),
        "date_format",
        "date_format",
        "must be a pattern of year, month and day such as M/d/yyyy");
    key = checks.optionalText("key", key, 100);
    checks.done();
  }

  private static boolean isPattern(String format) {
    try {
      var pattern = DateTimeFormatter.ofPattern(format, Locale.ROOT);
      var day = LocalDate.of(2001, 2, 3);
      return LocalDate.parse(day.format(pattern), pattern).equals(day);
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
