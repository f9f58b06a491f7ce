package org.crmportal.console.internal.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.record.RecordType;

/** The checks that follow from what the running modules declare of their records. */
final class RecordChecks {

  private static final String LAST_CONTACT =
      """
      select t.id from %s t where t.%s is distinct from (
        select max(case when a.due_date is null then a.created_at else a.done_at end)
        from activities a where a.entity_type = %s and a.entity_id = t.id
          and a.action in ('call', 'meeting', 'email'))
      """;

  private final Collection<RecordType<?, ?>> types;

  RecordChecks(Collection<RecordType<?, ?>> types) {
    this.types = types;
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    for (var type : types) {
      columns(type, checks);
      maps(type, checks);
      audited(type, checks);
      anyParents(type, checks);
      lastContact(type, checks);
    }
    return checks;
  }

  /** Every field is a column of the table, or else the module cannot read it. */
  private static void columns(RecordType<?, ?> type, List<Check> checks) {
    var names =
        type.columns().values().stream()
            .filter(column -> column.sql() == null)
            .map(column -> "(" + Check.text(column.name()) + ")")
            .toList();
    checks.add(
        new Check(
            "schema",
            type.table() + ", columns that are missing",
            Check.named(
                "select v.name from (values %s) v(name) where not exists (select from"
                        .formatted(String.join(",", names))
                    + " information_schema.columns c where c.table_schema = 'public'"
                    + " and c.table_name = %s and c.column_name = v.name)"
                        .formatted(Check.text(type.table())))));
  }

  /** JSON that holds fields is an object. */
  private static void maps(RecordType<?, ?> type, List<Check> checks) {
    for (var column : type.columns().values()) {
      if (column.sql() == null && Map.class.isAssignableFrom(column.type())) {
        var sql =
            "select t.id from %s t where jsonb_typeof(t.%s) <> 'object'"
                .formatted(Check.quoted(type.table()), Check.quoted(column.name()));
        checks.add(new Check("json", type.table() + "." + column.name(), Check.named(sql)));
      }
    }
  }

  /** Whatever was made since the audit trail began has its row there; the rest came with it. */
  private static void audited(RecordType<?, ?> type, List<Check> checks) {
    // What is about another record was written with that one's row of the audit trail.
    if (type.readOnly() || !type.versioned() || type.anyParent().isPresent()) {
      return;
    }
    var sql =
        "select t.id from %s t where not exists (select from audit_logs a"
            + " where a.resource_type = %s and a.resource_id = t.id)"
            + " and t.created_at > (select min(created_at) from audit_logs)";
    checks.add(
        new Check(
            "audit",
            type.table() + ", records that nobody made",
            Check.named(sql.formatted(Check.quoted(type.table()), Check.text(type.name())))));
  }

  /** What is about a record of a running module finds it, deleted ones included. */
  private void anyParents(RecordType<?, ?> type, List<Check> checks) {
    var parent = type.anyParent().orElse(null);
    if (parent == null) {
      return;
    }
    for (var about : types) {
      if (about.softDelete()) {
        var sql =
            "select t.id from %s t where t.%s = %s and not exists"
                + " (select from %s p where p.id = t.%s)";
        checks.add(
            new Check(
                "references",
                type.table() + " about " + about.table(),
                Check.named(
                    sql.formatted(
                        Check.quoted(type.table()),
                        Check.quoted(parent.typeColumn()),
                        Check.text(about.name()),
                        Check.quoted(about.table()),
                        Check.quoted(parent.idColumn())))));
      }
    }
  }

  /** When people were last in contact follows from what they wrote of it. */
  private static void lastContact(RecordType<?, ?> type, List<Check> checks) {
    type.lastContact()
        .ifPresent(
            column ->
                checks.add(
                    new Check(
                        "derived",
                        type.table() + "." + column,
                        Check.named(
                            LAST_CONTACT.formatted(
                                Check.quoted(type.table()),
                                Check.quoted(column),
                                Check.text(type.name()))))));
  }
}
