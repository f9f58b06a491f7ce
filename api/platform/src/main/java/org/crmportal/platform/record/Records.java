package org.crmportal.platform.record;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads records of any type for the current caller: one SQL statement made from the record type,
 * straight into the record, always behind the caller's scope.
 */
@ProviderType
public interface Records {

  /**
   * Returns one live record.
   *
   * @throws CrmException {@code FORBIDDEN} if the caller may read none of the resource, {@code
   *     NOT_FOUND} if there is none in the caller's scope
   */
  <T extends Record> T get(RecordType<T, ?> type, UUID id);

  /**
   * Returns a page.
   *
   * @throws CrmException {@code FORBIDDEN} if the caller may read none of the resource, {@code
   *     BAD_REQUEST} for an unknown column, an impossible value or a cursor of another query
   */
  <T extends Record> Page<T> find(RecordType<T, ?> type, ListQuery query);

  /**
   * Counts the records that a query finds, by the values of a column; the query's order and paging
   * do not matter.
   *
   * @param column a text, an enumeration, a whole number, a truth, an id or a day
   * @param sum a number that is summed up for each value, or null
   * @throws CrmException as {@link #find}, and {@code BAD_REQUEST} if a column is of no use here
   */
  Groups groups(RecordType<?, ?> type, ListQuery query, String column, @Nullable String sum);

  /** Gives every matching record to a consumer, in order and in constant memory; ignores paging. */
  <T extends Record> void each(RecordType<T, ?> type, ListQuery query, Consumer<T> consumer);

  /**
   * Which of some records the caller may read, deleted ones included; with one statement, or with
   * none where the caller may read all or nothing.
   *
   * @param ids records that are there
   * @param gone records that are not there any more, with what they held, by column, of what
   *     decides about their scope: owners, and the record that they followed
   */
  Set<UUID> readable(
      RecordType<?, ?> type, Collection<UUID> ids, Map<UUID, Map<String, String>> gone);

  /**
   * Checks that the caller may do something with a record, deleted ones included.
   *
   * @param action without scope: {@code update}, {@code delete}, {@code read} …
   * @throws CrmException {@code NOT_FOUND} if the caller may not even see it, {@code FORBIDDEN} if
   *     the caller may see it but not do this
   */
  void require(RecordType<?, ?> type, UUID id, String action);
}
