package org.crmportal.portal.internal.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.record.RecordType;

/** Finds out whether a page names only what its record type has. */
final class PageChecks {

  private static final Set<String> ACTIONS =
      Set.of("read", "create", "update", "delete", "import", "export");

  private final RecordType<?, ?> type;
  private final List<String> faults = new ArrayList<>();

  private PageChecks(RecordType<?, ?> type) {
    this.type = type;
  }

  /** What is wrong with a page; nothing if it is right. */
  static List<String> of(RecordPage page) {
    var checks = new PageChecks(page.type());
    checks.page(page);
    return checks.faults;
  }

  /** What is wrong with columns that others name of a type. */
  static List<String> columns(RecordType<?, ?> type, Collection<String> names) {
    var checks = new PageChecks(type);
    checks.known("it", names);
    return checks.faults;
  }

  /** Whether a column can be summed up. */
  static boolean number(RecordType<?, ?> type, String name) {
    var column = type.columns().get(name);
    return column != null
        && Set.of(BigDecimal.class, int.class, Integer.class, long.class, Long.class)
            .contains(column.type());
  }

  private void page(RecordPage page) {
    known("the list", page.list());
    if (page.sort() != null) {
      known("the order", List.of(page.sort().replaceFirst("^-", "")));
    }
    known("the filters", page.filters());
    known("the list", page.editable());
    page.editable().stream()
        .filter(name -> type.columns().containsKey(name) && !type.column(name).settable())
        .forEach(name -> faults.add(name + " cannot be changed"));
    page.sections().forEach(each -> known("the section " + each.name(), each.columns()));
    known("the kinds", page.kinds().keySet());
    known("the references", page.references().keySet());
    page.tones().keySet().forEach(this::value);
    page.board().ifPresent(this::board);
    page.actions().forEach(this::action);
  }

  private void known(String where, Collection<String> names) {
    names.stream()
        .filter(name -> !type.columns().containsKey(name))
        .forEach(name -> faults.add(where + " names " + name + ", which is no column"));
  }

  private void value(String named) {
    int dot = named.indexOf('.');
    var column = type.columns().get(named.substring(0, dot));
    var value = named.substring(dot + 1);
    if (column == null
        || !column.type().isEnum()
        || Columns.values(column).noneMatch(value::equals)) {
      faults.add(named + " is no value of a column");
    }
  }

  private void board(Board board) {
    known("the board", board.card());
    var column = type.columns().get(board.column());
    if (column == null || !column.settable() || !column.type().isEnum()) {
      faults.add("the board names " + board.column() + ", which nobody can choose");
      return;
    }
    board.values().forEach(value -> value(board.column() + "." + value));
    if (board.sum() != null && !number(type, board.sum())) {
      faults.add("the board names " + board.sum() + ", which is no number");
    }
  }

  private void action(Action action) {
    known("the action " + action.name(), action.when().keySet());
    if (!ACTIONS.contains(action.permission()) && !type.actions().contains(action.permission())) {
      faults.add(
          "the action %s needs %s:%s, which does not exist"
              .formatted(action.name(), type.resource(), action.permission()));
    }
  }
}
