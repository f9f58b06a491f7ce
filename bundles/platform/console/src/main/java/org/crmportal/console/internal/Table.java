package org.crmportal.console.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, aligned, and no wider than the terminal: columns that do not fit are left
 * out from the right, and say so.
 */
final class Table {

  private static final String GAP = "  ";
  private static final int WIDEST = 40;

  private final List<String> headings;
  private final List<List<String>> rows;

  Table(List<String> headings, List<List<String>> rows) {
    this.headings = List.copyOf(headings);
    this.rows = List.copyOf(rows);
  }

  /** The table as lines. */
  String text(int width) {
    int[] widths = widths();
    int shown = fitting(widths, width);
    widen(widths, shown, width);
    var text = new StringBuilder();
    if (shown > 0) {
      line(text, headings, widths, shown);
      rows.forEach(row -> line(text, row, widths, shown));
    }
    if (shown < headings.size()) {
      text.append("(%d more fields do not fit)\n".formatted(headings.size() - shown));
    }
    return text.toString();
  }

  /** Numbers stand at the right of their column. */
  private boolean numeric(int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("-?[0-9.]*"))
        && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
  }

  private int[] widths() {
    var widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = headings.get(i).length();
      for (var row : rows) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, length(row.get(i))));
      }
    }
    return widths;
  }

  /** What was shortened gets the room that is left: the last column first, then from the left. */
  private void widen(int[] widths, int shown, int width) {
    int spare = width - (shown - 1) * GAP.length();
    for (int i = 0; i < shown; i++) {
      spare -= widths[i];
    }
    for (int i = 0; i < shown && spare > 0; i++) {
      int column = (shown - 1 + i) % shown;
      int wanted = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
      int more = Math.max(0, Math.min(wanted - widths[column], spare));
      widths[column] += more;
      spare -= more;
    }
  }

  private static int fitting(int[] widths, int width) {
    int used = -GAP.length();
    for (int i = 0; i < widths.length; i++) {
      used += GAP.length() + widths[i];
      if (used > width && i > 0) {
        return i;
      }
    }
    return widths.length;
  }

  private void line(StringBuilder text, List<String> cells, int[] widths, int shown) {
    var padded = new ArrayList<String>();
    for (int i = 0; i < shown; i++) {
      var cell = shortened(cells.get(i), Math.max(WIDEST, widths[i]));
      var space = " ".repeat(Math.max(0, widths[i] - length(cell)));
      padded.add(numeric(i) ? space + cell : cell + space);
    }
    text.append(String.join(GAP, padded).stripTrailing()).append('\n');
  }

  /** A line break or a terminal's command in a value would destroy the table. */
  private static String shortened(String cell, int widest) {
    var line = cell.replaceAll("\\p{Cntrl}+", " ");
    return length(line) <= widest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, widest - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
