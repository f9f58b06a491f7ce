package org.crmportal.jobs.internal.csv;

import java.util.UUID;
import org.crmportal.platform.Checks;
import org.crmportal.platform.job.CsvImport;

/** Reads the cells of a row as the values of a record's fields. */
final class RowReader {

  private final ImportPlan plan;
  private final Cells cells;
  private final UserLookup users;

  RowReader(ImportPlan plan, CsvImport how, UserLookup users) {
    this.plan = plan;
    this.cells = new Cells(how.dateFormat(), how.decimal());
    this.users = users;
  }

  /** The values of a row, with a violation for each cell that cannot be read. */
  RowValues read(CsvRow row) {
    var values = new RowValues(row);
    if (row.cells().size() != plan.width()) {
      var counts = "has %d cells, the header %d".formatted(row.cells().size(), plan.width());
      values.fail("", "uneven_row", counts);
      return values;
    }
    plan.constants().forEach((target, value) -> values.put(plan.type(), target, value));
    plan.targets()
        .forEach(
            (index, target) -> {
              var text = row.cells().get(index);
              if (!text.isBlank()) {
                read(target, text, values);
              }
            });
    return values;
  }

  private void read(Target target, String text, RowValues values) {
    try {
      if (!Checks.storable(text)) {
        throw new Unreadable("contains a character that cannot be stored");
      }
      values.put(plan.type(), target, value(target, text));
    } catch (Unreadable e) {
      values.fail(target.field(), "unreadable", e.getMessage());
    }
  }

  private Object value(Target target, String text) throws Unreadable {
    if (target.key() != null) {
      return text.strip();
    }
    boolean owner = plan.type().owners().contains(target.field());
    if (owner && target.column().type() == UUID.class && text.contains("@")) {
      return users.withEmail(text.strip());
    }
    return cells.read(target.column(), text);
  }
}
