package org.crmportal.platform.journal;

import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * The event of a committed change.
 *
 * @param type what the record is; {@code type.name() + "." + action} is the event's name
 * @param id which record
 * @param action {@code created}, {@code updated}, {@code status_changed}, {@code deleted}, {@code
 *     restored}, or the name that the module gave it ({@code converted})
 * @param before the record before, or null if it was created
 * @param after the record after, or null if it was deleted for good
 * @param by the user who did it, or null for the system
 * @param at when, in UTC
 */
public record RecordChange<T extends Record>(
    RecordType<T, ?> type,
    UUID id,
    String action,
    @Nullable T before,
    @Nullable T after,
    @Nullable UUID by,
    Instant at) {

  /** The event's name: {@code lead.converted}. */
  public String name() {
    return type.name() + "." + action;
  }
}
