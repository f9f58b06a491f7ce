package org.crmportal.persistence.internal.records;

import org.crmportal.platform.record.Column;

/**
 * A column as SQL sees it.
 *
 * @param kind what it holds
 * @param sql its expression over the row {@code t}
 * @param cast the SQL type of parameters that it is compared with
 * @param nullable whether it may be null, as far as the catalogue knows
 * @param bounded whether its text is short by declaration
 * @param array whether a list is an array, and not JSON
 */
record Field(
    Column column,
    Kind kind,
    String sql,
    String cast,
    boolean nullable,
    boolean bounded,
    boolean array) {

  private static final int SHORT = 1000;

  /**
   * Makes a field from what the driver tells of the expression.
   *
   * @param dbType PostgreSQL's name of the type: {@code varchar}, {@code _text} …
   */
  static Field of(
      Column column, String expression, String dbType, int precision, boolean nullable) {
    var kind = Kind.of(column.type(), column.generic());
    var array = dbType.startsWith("_");
    var cast =
        switch (kind) {
          case INSTANT -> dbType.equals("timestamptz") ? dbType : kind.sqlType;
          case LIST -> array ? dbType.substring(1) : kind.sqlType;
          default -> kind.sqlType;
        };
    return new Field(
        column,
        kind,
        kind == Kind.TEXT || kind == Kind.ENUM ? asText(expression, dbType) : expression,
        cast,
        nullable,
        precision <= SHORT,
        array);
  }

  private static String asText(String expression, String dbType) {
    return switch (dbType) {
      case "text", "varchar", "bpchar", "citext" -> expression;
      case "inet" -> "host(" + expression + ")";
      default -> "(" + expression + ")::text";
    };
  }

  String name() {
    return column.name();
  }

  /** A parameter to compare it with. */
  String parameter() {
    return "?::" + cast;
  }

  /** A parameter that holds several values. */
  String parameters() {
    return "?::" + cast + "[]";
  }
}
