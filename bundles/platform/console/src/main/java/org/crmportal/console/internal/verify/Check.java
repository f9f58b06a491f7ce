package org.crmportal.console.internal.verify;

/**
 * Something that must hold for the data.
 *
 * @param area which of the checks it is of, such as references
 * @param subject what it is about, such as {@code leads.assigned_to}
 * @param sql counts what breaks it, in one row of one number
 */
record Check(String area, String subject, String sql) {

  /** A name as PostgreSQL takes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as PostgreSQL takes it. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
