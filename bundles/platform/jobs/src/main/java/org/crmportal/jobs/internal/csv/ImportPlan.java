package org.crmportal.jobs.internal.csv;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.record.RecordType;

/**
 * Which cell of a row fills which field of a record.
 *
 * @param width how many cells a row has
 * @param targets what each cell fills, by its index
 * @param constants values that every record gets
 */
record ImportPlan(
    RecordType<?, ?> type, int width, Map<Integer, Target> targets, Map<Target, Object> constants) {

  /**
   * Plans the import of a file with a header.
   *
   * @throws CrmException {@code INVALID} with every header and field that is wrong
   */
  static ImportPlan of(RecordType<?, ?> type, CsvImport how, List<String> header) {
    var making = new Making(type, new Cells(null, "."), new Checks(), new HashSet<>());
    var targets = new LinkedHashMap<Integer, Target>();
    how.mapping()
        .forEach(
            (name, field) -> {
              int index = making.index(header, name.strip());
              making.target("mapping", field).ifPresent(target -> targets.put(index, target));
            });
    var constants = new LinkedHashMap<Target, Object>();
    how.constants().forEach((field, text) -> making.constant(field, text, constants));
    if (how.key() != null) {
      var mapped = targets.values().stream().anyMatch(t -> t.field().equals(how.key()));
      making.checks.require(mapped, "key", "not_mapped", "must be a field that a header fills");
    }
    making.checks.done();
    return new ImportPlan(type, header.size(), targets, constants);
  }

  private record Making(RecordType<?, ?> type, Cells cells, Checks checks, Set<String> filled) {

    int index(List<String> header, String name) {
      int index = header.indexOf(name);
      if (index < 0) {
        var there = String.join(", ", header);
        checks.fail(
            "mapping", "unknown_header", "the file has no column " + name + ", only " + there);
      } else if (index != header.lastIndexOf(name)) {
        checks.fail("mapping", "ambiguous_header", "the file has several columns " + name);
      }
      return index;
    }

    Optional<Target> target(String part, String field) {
      var target = Target.of(type, field);
      if (target.isEmpty()) {
        checks.fail(part, "unknown_field", field + " is not a field of a " + type.name());
        return target;
      }
      checks.require(target.get().open(type), part, "read_only", field + " is set by the server");
      checks.require(filled.add(field), part, "twice", field + " would be filled twice");
      checks.require(
          target.get().key() != null || cells.reads(target.get().column()),
          part,
          "not_text",
          field + " cannot be filled from text");
      return target;
    }

    void constant(String field, String text, Map<Target, Object> constants) {
      target("constants", field)
          .filter(target -> !text.isBlank())
          .ifPresent(
              target -> {
                try {
                  constants.put(
                      target, target.key() == null ? cells.read(target.column(), text) : text);
                } catch (Unreadable e) {
                  checks.fail("constants", "bad_value", field + " " + e.getMessage());
                }
              });
    }
  }
}
