package org.crmportal.platform.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Describes the pages of a record type. Columns are named as the API names them; one that the type
 * does not have is found out when the portal takes the page up, and then only this page is missing.
 */
public final class RecordPageBuilder {

  final RecordType<?, ?> type;
  final List<Section> sections = new ArrayList<>();
  final List<Related> related = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final Map<String, ColumnKind> kinds = new LinkedHashMap<>();
  final Map<String, String> references = new LinkedHashMap<>();
  final Map<String, Tone> tones = new LinkedHashMap<>();
  String icon = "file";
  int order = 100;
  List<String> list;
  List<String> filters = List.of();
  List<String> editable = List.of();
  @Nullable Group group;
  @Nullable String sort;
  @Nullable Board board;

  RecordPageBuilder(RecordType<?, ?> type) {
    this.type = type;
    this.list = type.titles();
  }

  /** Shows this icon. */
  public RecordPageBuilder icon(String name) {
    this.icon = name;
    return this;
  }

  /** Stands in the navigation. */
  public RecordPageBuilder in(Group itsGroup, int place) {
    this.group = itsGroup;
    this.order = place;
    return this;
  }

  /** What the list shows before the user chooses, in this order. */
  public RecordPageBuilder list(String... columns) {
    this.list = List.of(columns);
    return this;
  }

  /** How the list is ordered at first: a column, descending with a leading {@code -}. */
  public RecordPageBuilder sort(String column) {
    this.sort = column;
    return this;
  }

  /** What the list offers to filter by. */
  public RecordPageBuilder filters(String... columns) {
    this.filters = List.of(columns);
    return this;
  }

  /** What can be changed in the list itself. */
  public RecordPageBuilder editable(String... columns) {
    this.editable = List.of(columns);
    return this;
  }

  /** Adds a part of the form with a heading, {@code lead.section.<name>}. */
  public RecordPageBuilder section(String name, String... columns) {
    sections.add(new Section(name, List.of(columns)));
    return this;
  }

  /** Has a board. */
  public RecordPageBuilder board(Board itsBoard) {
    this.board = itsBoard;
    return this;
  }

  /** Adds a list of other records to the page of one; see {@link Related}. */
  public RecordPageBuilder related(String page, String path, String... columns) {
    related.add(new Related(page, path, List.of(columns)));
    return this;
  }

  /** Adds something that can be done with a record. */
  public RecordPageBuilder action(Action action) {
    actions.add(action);
    return this;
  }

  /** Columns that are not shown as their type says: amounts of money, texts of several lines. */
  public RecordPageBuilder kind(ColumnKind kind, String... columns) {
    for (var column : columns) {
      kinds.put(column, kind);
    }
    return this;
  }

  /** A column with the id of a record of another type; owners and parents are known to be such. */
  public RecordPageBuilder refers(String column, String recordType) {
    references.put(column, recordType);
    return this;
  }

  /** How values of a column are to be felt. */
  public RecordPageBuilder tone(String column, Tone tone, String... values) {
    for (var value : values) {
      tones.put(column + "." + value, tone);
    }
    return this;
  }

  /** Ends the description. */
  public RecordPage build() {
    return new RecordPage(this);
  }
}
