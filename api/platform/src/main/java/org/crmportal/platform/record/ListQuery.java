package org.crmportal.platform.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * Which records to find, in the vocabulary of the REST API, so that a URL, a console command and a
 * Java call say the same. Names and values are checked when the query is run.
 *
 * @param equal column to accepted values: several values of one column are alternatives; the text
 *     {@code null} asks for a missing value
 * @param filter a FIQL expression over the columns and {@code metadata.<key>}, or null
 * @param q words that the record's text columns contain, or null
 * @param sort columns, descending with a leading {@code -}; empty means {@code -created_at}
 * @param limit how many records a page has, 1 to 200
 * @param cursor the {@code next_cursor} of the page before, or null for the first page
 * @param count whether to count the whole result
 * @param deleted whether to find only deleted records, for who may delete
 * @param skip how many records of the result come before the page, 0 with a cursor; it costs the
 *     more the larger it is, so whoever reads page after page takes the cursor
 */
public record ListQuery(
    Map<String, List<String>> equal,
    @Nullable String filter,
    @Nullable String q,
    List<String> sort,
    int limit,
    @Nullable String cursor,
    boolean count,
    boolean deleted,
    int skip) {

  /** The first 50 records, newest first. */
  public static final ListQuery ALL =
      new ListQuery(Map.of(), null, null, List.of(), 50, null, false, false, 0);

  /**
   * Copies the collections.
   *
   * @throws CrmException {@code BAD_REQUEST} if the limit is outside 1 to 200, or if records are to
   *     be skipped behind a cursor
   */
  public ListQuery {
    equal = Map.copyOf(equal);
    sort = List.copyOf(sort);
    if (limit < 1 || limit > 200) {
      throw CrmException.badParameter("limit", "must be 1 to 200");
    }
    if (skip < 0) {
      throw CrmException.badParameter("skip", "must be 0 to 999999999");
    }
    if (skip > 0 && cursor != null) {
      throw CrmException.badParameter("skip", "cannot be given with a cursor");
    }
  }

  /** Restricts a column to values. */
  public ListQuery where(String column, String... values) {
    var more = new LinkedHashMap<>(equal);
    var all = new ArrayList<>(more.getOrDefault(column, List.of()));
    all.addAll(List.of(values));
    more.put(column, List.copyOf(all));
    return new ListQuery(more, filter, q, sort, limit, cursor, count, deleted, skip);
  }

  /** Adds a FIQL expression. */
  public ListQuery matching(@Nullable String fiql) {
    return new ListQuery(equal, fiql, q, sort, limit, cursor, count, deleted, skip);
  }

  /** Searches the text columns. */
  public ListQuery search(@Nullable String words) {
    return new ListQuery(equal, filter, words, sort, limit, cursor, count, deleted, skip);
  }

  /** Orders by columns. */
  public ListQuery sortedBy(String... columns) {
    return new ListQuery(equal, filter, q, List.of(columns), limit, cursor, count, deleted, skip);
  }

  /** Sets how many records a page has. */
  public ListQuery limit(int limit) {
    return new ListQuery(equal, filter, q, sort, limit, cursor, count, deleted, skip);
  }

  /** Goes on where a page ended. */
  public ListQuery after(@Nullable String cursor) {
    return new ListQuery(equal, filter, q, sort, limit, cursor, count, deleted, 0);
  }

  /** Begins after so many records of the result instead of at a cursor. */
  public ListQuery skipping(int records) {
    return new ListQuery(equal, filter, q, sort, limit, null, count, deleted, records);
  }

  /** Also counts the whole result. */
  public ListQuery counted() {
    return new ListQuery(equal, filter, q, sort, limit, cursor, true, deleted, skip);
  }

  /** Finds deleted records instead of live ones. */
  public ListQuery deletedOnly() {
    return new ListQuery(equal, filter, q, sort, limit, cursor, count, true, skip);
  }
}
