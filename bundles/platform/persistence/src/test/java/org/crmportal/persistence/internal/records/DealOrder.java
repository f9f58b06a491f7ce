package org.crmportal.persistence.internal.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of deals, said in Java. */
final class DealOrder {

  private final Map<UUID, Map<String, @Nullable Object>> values = new HashMap<>();

  DealOrder(List<Deal> deals) {
    deals.forEach(deal -> values.put(deal.id(), Deal.TYPE.values(deal)));
  }

  Comparator<Deal> by(String[] sort) {
    var words = sort.length == 0 ? List.of("-created_at") : List.of(sort);
    var ids = words.get(words.size() - 1).startsWith("-") ? "-id" : "id";
    return Stream.concat(words.stream(), Stream.of(ids))
        .map(this::key)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private Comparator<Deal> key(String word) {
    var descending = word.startsWith("-");
    var column = descending ? word.substring(1) : word;
    Comparator<Object> order = DealOrder::compare;
    return Comparator.comparing(
        deal -> values.get(deal.id()).get(column),
        Comparator.nullsLast(descending ? order.reversed() : order));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object one, Object other) {
    if (one instanceof Stage || one instanceof UUID) {
      return lower(one).compareTo(lower(other));
    } else if (one instanceof String) {
      return Arrays.compare(codePoints(one), codePoints(other));
    }
    return ((Comparable) one).compareTo(other);
  }

  private static String lower(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }

  /** Of long texts the beginning is compared. */
  private static int[] codePoints(Object text) {
    return text.toString().codePoints().limit(200).toArray();
  }
}
