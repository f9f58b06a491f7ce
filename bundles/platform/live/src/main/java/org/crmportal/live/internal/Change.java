package org.crmportal.live.internal;

import java.util.UUID;
import org.crmportal.platform.journal.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other of a change: nothing that could be hidden from somebody.
 *
 * @param type the name of the record's type
 * @param id which record; null if so many have changed that each is not named
 * @param action what happened to it
 * @param version its version now, if it has one
 * @param by the user who did it, or null for the system
 */
record Change(
    String type, @Nullable UUID id, String action, @Nullable Long version, @Nullable UUID by) {

  /** Many records of a type have changed. */
  static Change many(String type) {
    return new Change(type, null, "", null, null);
  }

  static <T extends Record> Change of(RecordChange<T> change) {
    var type = change.type();
    var after = change.after();
    var version = after != null && type.versioned() ? Long.valueOf(type.version(after)) : null;
    return new Change(type.name(), change.id(), change.action(), version, change.by());
  }
}
