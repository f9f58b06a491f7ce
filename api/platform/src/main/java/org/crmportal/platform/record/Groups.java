package org.crmportal.platform.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many records there are of each value of a column.
 *
 * @param groups one for each value that there is, the largest first; at most {@link #MOST}
 * @param complete whether these are all; otherwise smaller groups are left out
 */
public record Groups(List<Group> groups, boolean complete) {

  /** How many groups are given at most. */
  public static final int MOST = 200;

  /** Copies the groups. */
  public Groups {
    groups = List.copyOf(groups);
  }

  /**
   * The records of one value.
   *
   * @param value the value, or null for the records that have none
   * @param count how many records have it
   * @param sum of the column that was to be summed up, 0 where no record has a number; null if
   *     nothing was to be
   */
  public record Group(@Nullable Object value, long count, @Nullable BigDecimal sum) {}
}
