package org.crmportal.platform.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card of the portal's first page; shown to who may see the page that its records are of.
 *
 * @param name its text's key is {@code card.<name>}
 * @param kind what it shows
 * @param page the record type of the records: {@code lead}
 * @param query which of them, as the query of their list; {@code {me}} stands for the user's id and
 *     {@code {today}} for the day of the user
 * @param groupBy the column by whose values they are counted, or null
 * @param sum the number that is summed up, or null
 * @param columns what a list shows
 * @param element the element that draws it, or null
 * @param order its place, the lowest first
 */
public record Card(
    String name,
    Kind kind,
    String page,
    String query,
    @Nullable String groupBy,
    @Nullable String sum,
    List<String> columns,
    @Nullable String element,
    int order)
    implements PortalPart {

  /** What a card shows. */
  public enum Kind {
    /** The first records. */
    LIST,
    /** How many there are of each value of a column. */
    COUNT_BY,
    /** How many there are. */
    NUMBER,
    /** What its element draws. */
    COMPONENT
  }

  /** Copies the columns. */
  public Card {
    columns = List.copyOf(columns);
  }

  /** The first records that a query finds. */
  public static Card list(String name, String page, String query, String... columns) {
    return new Card(name, Kind.LIST, page, query, null, null, List.of(columns), null, 100);
  }

  /** How many records a query finds of each value of a column. */
  public static Card countBy(String name, String page, String query, String column) {
    return new Card(name, Kind.COUNT_BY, page, query, column, null, List.of(), null, 100);
  }

  /** How many records a query finds. */
  public static Card number(String name, String page, String query) {
    return new Card(name, Kind.NUMBER, page, query, null, null, List.of(), null, 100);
  }

  /** What an element draws of a record type. */
  public static Card drawn(String name, String page, String element) {
    return new Card(name, Kind.COMPONENT, page, "", null, null, List.of(), element, 100);
  }

  /** Also sums up a number. */
  public Card sum(String column) {
    return new Card(name, kind, page, query, groupBy, column, columns, element, order);
  }

  /** Has this place, the lowest first. */
  public Card order(int place) {
    return new Card(name, kind, page, query, groupBy, sum, columns, element, place);
  }
}
