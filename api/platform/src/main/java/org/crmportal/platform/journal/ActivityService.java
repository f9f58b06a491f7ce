package org.crmportal.platform.journal;

import java.util.UUID;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what people write on records: notes, calls, meetings, e-mails and follow-ups. They may
 * write on any record of a type with a timeline that they may read. Only the author changes or
 * deletes an activity; what the system wrote nobody does.
 */
@ProviderType
public interface ActivityService extends RecordService<Activity, NewActivity> {

  /**
   * Closes a follow-up; one that is done already stays as it is.
   *
   * @param version the version that the caller has seen, or null for any
   * @throws org.crmportal.platform.CrmException {@code NOT_FOUND} outside the caller's scope,
   *     {@code FORBIDDEN} if the caller is neither its owner nor its author, {@code CONFLICT}, kind
   *     {@code no_follow_up}, if it has no due date, {@code STALE} if it has another version
   */
  Activity done(UUID id, @Nullable Long version);
}
