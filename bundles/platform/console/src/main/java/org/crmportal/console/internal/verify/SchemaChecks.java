package org.crmportal.console.internal.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that the schema itself asks for: PostgreSQL guards its constraints when a row is
 * written, but not after a restore without triggers, a damaged disk, or somebody who went around.
 */
final class SchemaChecks {

  private static final String FOREIGN_KEYS =
      """
      select c.conrelid::regclass::text, c.confrelid::regclass::text, c.conname,
        (select string_agg(format('c.%I', a.attname), ',' order by k.n)
         from unnest(c.conkey) with ordinality k(no, n)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no),
        (select string_agg(format('p.%I', a.attname), ',' order by k.n)
         from unnest(c.confkey) with ordinality k(no, n)
         join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.no)
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      order by 1, 3
      """;
  private static final String RULES =
      """
      select c.conrelid::regclass::text, c.conname, pg_get_expr(c.conbin, c.conrelid)
      from pg_constraint c
      where c.contype = 'c' and c.conrelid <> 0 and c.connamespace = 'public'::regnamespace
      order by 1, 2
      """;
  private static final String AMOUNTS =
      """
      select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'numeric'
      order by 1, 2
      """;
  private static final String ROW = Check.name("c");

  private final Connection connection;

  SchemaChecks(Connection connection) {
    this.connection = connection;
  }

  List<Check> all() throws SQLException {
    var checks = new ArrayList<>(switchedOn());
    for (var key : rows(FOREIGN_KEYS, 5)) {
      var sql =
          "select %s from %s c where row(%s) is not null and not exists (select from %s p where row(%s) = row(%s))"
              .formatted(ROW, key.get(0), key.get(3), key.get(1), key.get(4), key.get(3));
      checks.add(new Check("references", key.get(0) + "." + key.get(2), Check.named(sql)));
    }
    for (var rule : rows(RULES, 3)) {
      var sql = "select %s from %s c where not (%s)".formatted(ROW, rule.get(0), rule.get(2));
      checks.add(new Check("rules", rule.get(0) + "." + rule.get(1), Check.named(sql)));
    }
    for (var amount : rows(AMOUNTS, 2)) {
      var column = Check.quoted(amount.get(1));
      var sql =
          "select %s from %s c where c.%s in ('NaN', 'Infinity', '-Infinity')"
              .formatted(ROW, Check.quoted(amount.get(0)), column);
      checks.add(new Check("amounts", amount.get(0) + "." + amount.get(1), Check.named(sql)));
    }
    return checks;
  }

  /** What guards the data must be switched on. */
  private static List<Check> switchedOn() {
    return List.of(
        new Check(
            "schema",
            "constraints that were never checked",
            Check.named(
                "select conrelid::regclass::text || '.' || conname from pg_constraint"
                    + " where not convalidated and connamespace = 'public'::regnamespace")),
        new Check(
            "schema",
            "indexes that are not usable",
            Check.named(
                "select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid"
                    + " where not (i.indisvalid and i.indisready)"
                    + " and c.relnamespace = 'public'::regnamespace")),
        new Check(
            "schema",
            "triggers that are switched off",
            Check.named(
                "select c.relname || '.' || t.tgname from pg_trigger t"
                    + " join pg_class c on c.oid = t.tgrelid"
                    + " where t.tgenabled = 'D' and c.relnamespace = 'public'::regnamespace")),
        new Check(
            "audit",
            "guards against changes of the audit trail that do not stand",
            Check.named(
                "select guard from unnest(array['tr_audit_logs_rows', 'tr_audit_logs_truncate'])"
                    + " guard where not exists (select from pg_trigger where tgname = guard"
                    + " and tgrelid = to_regclass('public.audit_logs') and tgenabled = 'A')")));
  }

  private List<List<String>> rows(String sql, int columns) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<String>>();
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
