package org.crmportal.platform.journal;

import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells what happened to records, in the transaction in which it happens: one audit row (who, what,
 * before and after of the fields that changed, from where), one activity for types with a timeline,
 * and, after the commit, one {@link RecordChange} for listeners. Each method returns the record
 * that it was given last, so that a service can end with it. All need a running transaction.
 */
@ProviderType
public interface Journal {

  /** A record was created. */
  <T extends Record> T created(RecordType<T, ?> type, T after, Entry entry);

  /**
   * A record was changed. Nothing is told if nothing differs. A change of the status column makes
   * the action {@code status_changed} unless the entry has one of its own, and adds {@code from},
   * {@code to} and {@code seconds} (spent in the state before) to the activity.
   */
  <T extends Record> T changed(RecordType<T, ?> type, T before, T after, Entry entry);

  /** A record was deleted. */
  <T extends Record> T deleted(RecordType<T, ?> type, T before, Entry entry);

  /** Something happened to a record that changed none of its own fields; makes an activity only. */
  void told(RecordType<?, ?> type, UUID id, Entry entry);

  /** How many activities a record has, those that the caller may not see included. */
  long count(RecordType<?, ?> type, UUID id);

  /**
   * Moves all activities of one record to another one of its type, for a merge.
   *
   * @return how many
   */
  long move(RecordType<?, ?> type, UUID from, UUID into);

  /**
   * Something happened that is no change of a record (a sign-in, a refusal): an audit row only.
   *
   * @param changes before and after, or other facts; secrets never
   */
  void audit(String action, String resourceType, @Nullable UUID resourceId, Map<String, ?> changes);
}
