package org.crmportal.jobs.internal.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Violation;
import org.crmportal.platform.record.RecordType;

/** What a row says about its record: only the cells that are not empty. */
final class RowValues {

  final CsvRow row;
  final Map<String, Object> fields = new LinkedHashMap<>();
  final Map<String, Object> metadata = new LinkedHashMap<>();
  final Map<String, Object> history = new LinkedHashMap<>();
  final List<Violation> violations = new ArrayList<>();

  RowValues(CsvRow row) {
    this.row = row;
  }

  void put(RecordType<?, ?> type, Target target, Object value) {
    if (target.key() != null) {
      metadata.put(target.key(), value);
    } else if (target.history(type)) {
      history.put(target.field(), value);
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((key, member) -> metadata.put(String.valueOf(key), member));
    } else {
      fields.put(target.field(), value);
    }
  }

  void fail(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }

  /** Adds what else is wrong, but not with fields of which something worse is known. */
  void addAll(List<Violation> others) {
    var known = violations.stream().map(Violation::field).toList();
    others.stream().filter(v -> !known.contains(v.field())).forEach(violations::add);
  }
}
