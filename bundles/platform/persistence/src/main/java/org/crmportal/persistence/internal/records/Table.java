package org.crmportal.persistence.internal.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record type as SQL sees it, with what the catalogue adds; made once for each type. */
final class Table<T extends Record> {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String HAS_SEARCH_TEXT =
      "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(?)"
          + " AND attname = 'search_text' AND NOT attisdropped)";

  private final RecordType<T, ?> type;
  private final Map<String, Field> fields;
  private final List<Cell> cells;
  private final String head;
  private final boolean searchText;

  private Table(RecordType<T, ?> type, List<Field> fields, boolean searchText) {
    this.type = type;
    this.fields = new LinkedHashMap<>();
    fields.forEach(field -> this.fields.put(field.name(), field));
    this.cells = fields.stream().map(Cell::of).toList();
    this.head = fields.stream().map(Field::sql).collect(Collectors.joining(", ", "SELECT ", ""));
    this.searchText = searchText;
  }

  /** Asks the database what the type's columns are. */
  static <T extends Record> Table<T> of(RecordType<T, ?> type, Connection connection)
      throws SQLException {
    var columns = List.copyOf(type.columns().values());
    var expressions =
        columns.stream()
            .map(c -> c.sql() == null ? "t." + checked(c.name()) : "(" + c.sql() + ")")
            .toList();
    var nothing = "SELECT " + String.join(", ", expressions) + from(type) + " LIMIT 0";
    try (var statement = connection.prepareStatement(nothing);
        var rows = statement.executeQuery()) {
      var meta = rows.getMetaData();
      var fields = new ArrayList<Field>();
      for (int i = 0; i < columns.size(); i++) {
        var column = columns.get(i);
        fields.add(
            Field.of(
                column,
                expressions.get(i),
                meta.getColumnTypeName(i + 1),
                meta.getPrecision(i + 1),
                !column.name().equals("id")
                    && meta.isNullable(i + 1) != ResultSetMetaData.columnNoNulls));
      }
      return new Table<>(type, fields, hasSearchText(type, connection));
    }
  }

  private static boolean hasSearchText(RecordType<?, ?> type, Connection connection)
      throws SQLException {
    try (var statement = new Sql(HAS_SEARCH_TEXT, quoted(type)).prepare(connection);
        var rows = statement.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is no name of a column or table");
    }
    return name;
  }

  static String quoted(RecordType<?, ?> type) {
    return '"' + checked(type.table()) + '"';
  }

  private static String from(RecordType<?, ?> type) {
    return " FROM " + quoted(type) + " t";
  }

  RecordType<T, ?> type() {
    return type;
  }

  /** Whether the table keeps what {@code q=} searches in a column of its own. */
  boolean searchText() {
    return searchText;
  }

  /** The beginning of a statement that reads records. */
  String select() {
    return head + from(type);
  }

  /** The beginning of a statement that reads records and further expressions after them. */
  String select(List<String> more) {
    return more.isEmpty() ? select() : head + ", " + String.join(", ", more) + from(type);
  }

  String count() {
    return "SELECT count(*)" + from(type);
  }

  /** The middle of a statement, which says where its rows are. */
  String from() {
    return from(type);
  }

  /**
   * A column.
   *
   * @throws CrmException {@code BAD_REQUEST} if there is none of this name
   */
  Field field(String name) {
    return Objects.requireNonNull(fields.get(type.column(name).name()));
  }

  @Nullable Field find(String name) {
    return fields.get(name);
  }

  /** How many expressions come before those that were added to the select list. */
  int width() {
    return cells.size();
  }

  /** Where in the select list a column stands. */
  int place(Field field) {
    return List.copyOf(fields.keySet()).indexOf(field.name()) + 1;
  }

  T read(ResultSet row) throws SQLException {
    var values = new @Nullable Object[cells.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.get(i).read(row, i + 1);
    }
    return type.record(values);
  }
}
