package org.crmportal.platform.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a record type: its list, the page of one record, its board. What the record type
 * says already, such as the title, the state and what can be searched, is not said again.
 */
public final class RecordPage implements PortalPart {

  private final RecordPageBuilder parts;

  RecordPage(RecordPageBuilder parts) {
    this.parts = parts;
  }

  /** Begins the description of a record type's pages. */
  public static RecordPageBuilder of(RecordType<?, ?> type) {
    return new RecordPageBuilder(type);
  }

  /** The record type. */
  public RecordType<?, ?> type() {
    return parts.type;
  }

  /** The record type's name. */
  @Override
  public String name() {
    return parts.type.name();
  }

  /** The name of an icon of the portal. */
  public String icon() {
    return parts.icon;
  }

  /** Where it stands in the navigation; nowhere, if this is empty. */
  public Optional<Group> group() {
    return Optional.ofNullable(parts.group);
  }

  /** Its place in the group, the lowest first. */
  public int order() {
    return parts.order;
  }

  /** What the list shows before the user chooses, in this order. */
  public List<String> list() {
    return parts.list;
  }

  /** How the list is ordered at first: a column, descending with a leading {@code -}. */
  public @Nullable String sort() {
    return parts.sort;
  }

  /** What the list offers to filter by. */
  public List<String> filters() {
    return parts.filters;
  }

  /** What can be changed in the list itself. */
  public List<String> editable() {
    return parts.editable;
  }

  /** The form of a record. */
  public List<Section> sections() {
    return List.copyOf(parts.sections);
  }

  /** The board, if there is one. */
  public Optional<Board> board() {
    return Optional.ofNullable(parts.board);
  }

  /** Lists of other records on the page of one. */
  public List<Related> related() {
    return List.copyOf(parts.related);
  }

  /** What can be done with a record. */
  public List<Action> actions() {
    return List.copyOf(parts.actions);
  }

  /** How columns are shown that are not shown as their type says. */
  public Map<String, ColumnKind> kinds() {
    return Map.copyOf(parts.kinds);
  }

  /** The record types whose ids columns hold. */
  public Map<String, String> references() {
    return Map.copyOf(parts.references);
  }

  /** How values are to be felt, by {@code <column>.<value>}. */
  public Map<String, Tone> tones() {
    return Map.copyOf(parts.tones);
  }
}
