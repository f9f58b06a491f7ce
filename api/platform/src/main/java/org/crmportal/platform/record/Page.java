package org.crmportal.platform.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice of an ordered result.
 *
 * @param items at most as many as the query's limit
 * @param nextCursor where the next page begins, or null on the last one
 * @param total how many items the whole result has, or null where the query did not ask
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {

  public Page {
    items = List.copyOf(items);
  }
}
