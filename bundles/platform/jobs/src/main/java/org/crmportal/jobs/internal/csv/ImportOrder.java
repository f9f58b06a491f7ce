package org.crmportal.jobs.internal.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crmportal.platform.job.CsvImport;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked for, as its job keeps it.
 *
 * @param type the entity type, e.g. {@code lead}
 * @param module the module that keeps the records
 * @param header the file's columns
 */
record ImportOrder(String type, String module, CsvImport how, List<String> header) {

  Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("type", type);
    parameters.put("module", module);
    parameters.put("mapping", how.mapping());
    parameters.put("constants", how.constants());
    parameters.put("decimal", how.decimal());
    parameters.put("dry_run", how.dryRun());
    parameters.put("allow_duplicate", how.allowDuplicate());
    if (how.dateFormat() != null) {
      parameters.put("date_format", how.dateFormat());
    }
    if (how.key() != null) {
      parameters.put("key", how.key());
    }
    parameters.put("header", header);
    return parameters;
  }

  static ImportOrder of(Map<String, Object> parameters) {
    var how =
        new CsvImport(
            texts(parameters.get("mapping")),
            texts(parameters.get("constants")),
            text(parameters.get("date_format")),
            String.valueOf(parameters.get("decimal")),
            text(parameters.get("key")),
            Boolean.TRUE.equals(parameters.get("dry_run")),
            Boolean.TRUE.equals(parameters.get("allow_duplicate")));
    return new ImportOrder(
        String.valueOf(parameters.get("type")),
        String.valueOf(parameters.get("module")),
        how,
        header(parameters));
  }

  /** The columns of the file of a job; empty if it is no import. */
  static List<String> header(Map<String, Object> parameters) {
    return parameters.get("header") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, String> texts(@Nullable Object map) {
    return map instanceof Map<?, ?> known
        ? known.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
        : Map.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
