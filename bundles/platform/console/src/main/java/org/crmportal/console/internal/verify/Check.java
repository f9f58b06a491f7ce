package org.crmportal.console.internal.verify;

import org.crmportal.platform.check.DataCheck;

/**
 * Something that must hold for the data.
 *
 * @param area which of the checks it is of, such as references
 * @param subject what it is about, such as {@code leads.assigned_to}
 * @param sql counts what breaks it, in one row of one number and, where something can be named, a
 *     text with a few of them
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

  /** A name as PostgreSQL takes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as PostgreSQL takes it. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
