package org.crmportal.rest.internal.records;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a list; one that is not known is refused by name. */
public final class ListParameters {

  private final Map<String, List<String>> given;
  private final RecordType<?, ?> type;

  public ListParameters(RecordType<?, ?> type, Map<String, List<String>> given) {
    this.type = type;
    this.given = given;
  }

  /**
   * The query that is asked for.
   *
   * @throws CrmException {@code BAD_REQUEST} naming the parameter that is wrong
   */
  public ListQuery query() {
    refuse("group_by", "is only known to lists");
    refuse("sum", "needs group_by");
    return read();
  }

  /** Whether the records are to be counted by a column instead of listed. */
  boolean grouped() {
    return given.containsKey("group_by");
  }

  /**
   * What is asked for of the records by groups.
   *
   * @throws CrmException {@code BAD_REQUEST} naming the parameter that is wrong
   */
  Groups groups(Function<ListQuery, ListQuery> within, Counting counting) {
    for (var name : List.of("sort", "limit", "cursor", "count", "fields", "skip")) {
      refuse(name, "is not known together with group_by");
    }
    var by = Objects.requireNonNull(single("group_by"));
    return counting.of(within.apply(read()), by, single("sum"));
  }

  /** Counts what a query finds by a column, and sums up another one. */
  @FunctionalInterface
  interface Counting {
    Groups of(ListQuery query, String by, @Nullable String sum);
  }

  private void refuse(String name, String why) {
    if (given.containsKey(name)) {
      throw CrmException.badParameter(name, why);
    }
  }

  private ListQuery read() {
    var equal = new LinkedHashMap<String, List<String>>();
    for (var entry : given.entrySet()) {
      var name = entry.getKey();
      if (!reserved(name)) {
        if (!name.startsWith("metadata.") && !type.columns().containsKey(name)) {
          throw CrmException.badParameter(name, "is neither a field nor a known parameter");
        }
        equal.put(name, entry.getValue());
      }
    }
    var sort = single("sort");
    return new ListQuery(
        equal,
        single("filter"),
        single("q"),
        sort == null ? List.of() : Arrays.asList(sort.split(",", -1)),
        limit(),
        single("cursor"),
        flag("count"),
        deleted(),
        skip());
  }

  /** The fields that are wanted, or null for all. */
  public @Nullable Set<String> fields() {
    return fields(type, single("fields"));
  }

  /** Reads a list of fields. */
  static @Nullable Set<String> fields(RecordType<?, ?> type, @Nullable String text) {
    if (text == null) {
      return null;
    }
    var fields = new LinkedHashSet<String>();
    for (var name : text.split(",", -1)) {
      if (!type.columns().containsKey(name)) {
        throw CrmException.badParameter("fields", name + " is not a field of " + type.name());
      }
      fields.add(name);
    }
    return fields;
  }

  /** Reads {@code true} or {@code false}. */
  static boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw CrmException.badParameter(name, "must be true or false");
    }
    return true;
  }

  private boolean flag(String name) {
    return flag(name, single(name));
  }

  private int limit() {
    var text = single("limit");
    if (text == null) {
      return ListQuery.ALL.limit();
    }
    if (!text.matches("\\d{1,9}")) {
      throw CrmException.badParameter("limit", "must be 1 to 200");
    }
    return Integer.parseInt(text);
  }

  private int skip() {
    var text = single("skip");
    if (text == null) {
      return 0;
    }
    if (!text.matches("\\d{1,9}")) {
      throw CrmException.badParameter("skip", "must be 0 to 999999999");
    }
    if (single("cursor") != null) {
      throw CrmException.badParameter("skip", "cannot be given with a cursor");
    }
    return Integer.parseInt(text);
  }

  private boolean deleted() {
    var text = single("deleted");
    if (text != null && !text.equals("only")) {
      throw CrmException.badParameter("deleted", "can only be 'only'");
    }
    if (text != null && !type.softDelete()) {
      throw CrmException.badParameter("deleted", type.name() + " is never kept when deleted");
    }
    return text != null;
  }

  private @Nullable String single(String name) {
    var values = given.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() != 1) {
      throw CrmException.badParameter(name, "is given more than once");
    }
    return values.get(0);
  }

  private static boolean reserved(String name) {
    return switch (name) {
      case "filter",
          "q",
          "sort",
          "limit",
          "cursor",
          "count",
          "deleted",
          "fields",
          "skip",
          "group_by",
          "sum" ->
          true;
      default -> false;
    };
  }
}
