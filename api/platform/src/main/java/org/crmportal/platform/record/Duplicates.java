package org.crmportal.platform.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.platform.CrmException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds records that are the same person or company as one that is about to be kept: by e-mail
 * (case ignored), by phone (digits only) and by name and country, as the types declare it with
 * {@code identity}, over all types that run.
 */
@ProviderType
public interface Duplicates {

  /**
   * Refuses a record that looks like a live one. Two callers who try the same at once are put one
   * after the other, so call it in the transaction that will create the record.
   *
   * @param type what the record will be
   * @param draft the record to be, as its type's draft
   * @param ignoring ids of records that do not count, such as the lead that is being converted
   * @throws CrmException {@code CONFLICT}, kind {@code duplicate}, with {@code candidates}: for
   *     each match {@code entity_type}, {@code matched_by} and, in the caller's scope, {@code id},
   *     {@code title}; outside it only {@code owner_name}
   */
  void refuse(RecordType<?, ?> type, Record draft, Set<UUID> ignoring);

  /**
   * Does work that will {@link #refuse} many drafts one after the other, and looks ahead for all of
   * them at once: a draft that nothing resembles costs no statement of its own then.
   *
   * @param type what the records will be
   * @param drafts the records to be, as their type's drafts; others may be refused as well
   */
  <R> R ahead(RecordType<?, ?> type, List<? extends Record> drafts, Supplier<R> work);

  /**
   * As {@link #refuse}, for a record that changes: only what it is recognised by from now on, and
   * was not before, counts. Nothing is asked if that is nothing.
   *
   * @param before the record as it is
   * @param draft the record to be, as its type's draft
   * @param ignoring ids of records that do not count; the record itself never does
   */
  <T extends Record, N extends Record> void refuseChange(
      RecordType<T, N> type, T before, N draft, Set<UUID> ignoring);
}
