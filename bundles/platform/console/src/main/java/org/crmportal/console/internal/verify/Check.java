package org.crmportal.console.internal.verify;

import org.crmportal.platform.check.DataCheck;

/**
 * Something that must hold for the data.
 *
 * @param area which of the checks it is of, such as references
 * @param subject what it is about, such as {@code leads.assigned_to}
 * @param sql counts what breaks it and names a few, in one row of a number and a text
 */
record Check(String area, String subject, String sql) {

  /** A module's own rule. */
  static Check of(String area, DataCheck.Rule rule) {
    return new Check(area, rule.subject(), named(rule.sql()));
  }

  /** Counts rows of one column, and names the first three. */
  static String named(String select) {
    return "select count(*), array_to_string((array_agg(x.name::text order by x.name::text))[1:3], ', ')"
        + " from ("
        + select
        + ") x(name)";
  }

  /** What names a row of a table with an alias: its id, or else where it lies. */
  static String name(String alias) {
    return "coalesce(to_jsonb(%1$s) ->> 'id', %1$s.ctid::text)".formatted(alias);
  }

  /** A name as PostgreSQL takes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as PostgreSQL takes it. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
