package org.crmportal.platform.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board on which records are cards that move from column to column.
 *
 * @param column the enumeration whose values are the board's columns; it must be settable
 * @param values the values that have a column, in this order; empty means all
 * @param sum a number that each column shows the sum of, or null
 * @param card what a card shows below the record's title
 */
public record Board(String column, List<String> values, @Nullable String sum, List<String> card) {

  /** Copies the lists. */
  public Board {
    values = List.copyOf(values);
    card = List.copyOf(card);
  }

  /** A board by an enumeration. */
  public static Board by(String column) {
    return new Board(column, List.of(), null, List.of());
  }

  /** Shows only these values, in this order. */
  public Board values(String... shown) {
    return new Board(column, List.of(shown), sum, card);
  }

  /** Shows the sum of a number of each column. */
  public Board sum(String number) {
    return new Board(column, values, number, card);
  }

  /** What a card shows below the record's title. */
  public Board card(String... columns) {
    return new Board(column, values, sum, List.of(columns));
  }
}
