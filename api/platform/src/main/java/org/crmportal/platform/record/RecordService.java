package org.crmportal.platform.record;

import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps the records of one type. A module registers one as a service for each of its types (as
 * {@code RecordService}, beside its own interface); from then on the type has its REST resource,
 * lists, search, CSV in and out, bulk, timeline and audit trail.
 *
 * <p>Every call acts for the current caller, is one transaction, and joins the one that runs.
 *
 * @param <T> the record as it is read
 * @param <N> the fields that a caller may set, complete; an instance is always valid
 */
@ConsumerType
public interface RecordService<T extends Record, N extends Record> {

  /** What the records are. */
  RecordType<T, N> type();

  /**
   * Returns one live record.
   *
   * @throws CrmException {@code NOT_FOUND} if there is none in the caller's scope
   */
  T get(UUID id);

  /**
   * Returns a page of the records in the caller's scope.
   *
   * @throws CrmException {@code BAD_REQUEST} if the query names an unknown column, an impossible
   *     value or a cursor of another query
   */
  Page<T> find(ListQuery query);

  /**
   * Creates a record.
   *
   * @throws CrmException {@code FORBIDDEN} without the permission, {@code CONFLICT} for a
   *     duplicate, {@code INVALID} if a rule is broken
   */
  T create(N draft, Creation how);

  /**
   * Changes a record.
   *
   * @param version the version that the caller has seen, or null to change whatever there is
   * @param change gets the record as it is, locked, and returns all fields as they shall be
   * @return the record as it is then; unchanged, and of the same version, if nothing differs
   * @throws CrmException {@code NOT_FOUND} outside the caller's scope, {@code FORBIDDEN} if the
   *     caller may read but not update it, {@code STALE} if it has another version, {@code
   *     CONFLICT} for an illegal move, {@code INVALID} if a rule is broken
   */
  T update(UUID id, @Nullable Long version, Function<T, N> change);

  /**
   * As {@link #update(UUID, Long, Function)}, for types that look for duplicates: without {@code
   * allowDuplicate} a new e-mail address or phone number of another live record is refused.
   *
   * @throws CrmException also {@code CONFLICT} for a duplicate
   */
  default T update(UUID id, @Nullable Long version, Function<T, N> change, boolean allowDuplicate) {
    return update(id, version, change);
  }

  /**
   * Deletes a record: softly where it has a {@code deleted_at}.
   *
   * @throws CrmException as {@link #update}, and {@code CONFLICT} with counts if live records of
   *     another kind depend on it
   */
  void delete(UUID id, @Nullable Long version);

  /**
   * Brings a deleted record back; of a live one nothing changes.
   *
   * @throws CrmException {@code NOT_FOUND} if there never was one in scope or it is gone for good,
   *     {@code CONFLICT} if something else has taken its place
   */
  T restore(UUID id);
}
