package org.crmportal.leads;

import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the leads. Every call is one transaction and joins the one that runs. */
@ProviderType
public interface LeadService extends RecordService<Lead, NewLead> {

  /**
   * Makes a lead a client, in one transaction over the modules: the client is made or linked, the
   * person is kept as its contact, the lead is converted and won, both histories tell it.
   * Converting it again changes nothing and gives the same client.
   *
   * @param version the version that the caller has seen, or null
   * @throws CrmException {@code NOT_FOUND} for a lead or a client out of scope, {@code FORBIDDEN}
   *     without {@code leads:convert}, or without {@code clients:create} when a client is made,
   *     {@code CONFLICT} if the lead is lost or the client would be a duplicate, {@code STALE},
   *     {@code UNAVAILABLE} if a module that it needs does not run
   */
  Converted convert(UUID id, @Nullable Long version, Conversion how);

  /**
   * Moves everything that belongs to one lead to another, fills the empty fields of that one, and
   * deletes the first softly.
   *
   * @param version the version of {@code from} that the caller has seen, or null
   * @param dryRun whether only to count
   * @throws CrmException {@code NOT_FOUND} for a lead out of scope, {@code FORBIDDEN} if one may
   *     not be updated or the first not deleted, {@code INVALID} if both are the same, {@code
   *     CONFLICT} if one is converted, {@code STALE}
   */
  LeadMerge merge(UUID from, @Nullable Long version, UUID into, boolean dryRun);
}
