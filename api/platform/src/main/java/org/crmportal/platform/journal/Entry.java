package org.crmportal.platform.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.platform.record.Creation;
import org.jspecify.annotations.Nullable;

/**
 * How a change is told.
 *
 * @param action what happened, in the past tense: {@code converted}
 * @param description a sentence for people, or null for one made from the change
 * @param metadata facts for programs, kept with the activity
 * @param at when it happened, or null for now; only an import has another time
 */
public record Entry(
    String action,
    @Nullable String description,
    Map<String, Object> metadata,
    @Nullable Instant at) {

  public Entry {
    metadata = Map.copyOf(metadata);
  }

  /** An entry that says only what happened. */
  public static Entry of(String action) {
    return new Entry(action, null, Map.of(), null);
  }

  /**
   * The entry of a new record: one that comes from another system is marked so in the audit trail,
   * and its activity has the record's own date.
   */
  public static Entry of(Creation how) {
    var entry = of("created");
    var at = how.history().get("created_at") instanceof Instant created ? created : null;
    return how.imported() ? entry.imported().at(at) : entry;
  }

  /** Marks what an import did. */
  public Entry imported() {
    return with("imported", true);
  }

  /** Says it to people. */
  public Entry text(String description) {
    return new Entry(action, description, metadata, at);
  }

  /** Adds a fact. */
  public Entry with(String key, @Nullable Object value) {
    var more = new LinkedHashMap<>(metadata);
    if (value != null) {
      more.put(key, value);
    }
    return new Entry(action, description, more, at);
  }

  /** Says that it happened at another time. */
  public Entry at(@Nullable Instant time) {
    return new Entry(action, description, metadata, time);
  }
}
