package org.crmportal.platform.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.NoDraft;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail, which nobody can change.
 *
 * @param userId who did it; null for the system itself, or if the user is gone
 * @param actorName who did it, as they were called then
 * @param action what was done: {@code created}, {@code converted} …
 * @param resourceType to what: {@code lead}
 * @param resourceId to which
 * @param changes by field, its value {@code before} and {@code after}; a secret's is not kept;
 *     {@code imported} marks what an import did
 * @param ipAddress from where
 * @param userAgent with what
 * @param requestId in which request, as the log names it
 */
public record AuditLog(
    UUID id,
    @Nullable UUID userId,
    @Nullable String actorName,
    String action,
    @Nullable String resourceType,
    @Nullable UUID resourceId,
    @Nullable Map<String, Object> changes,
    @Nullable String ipAddress,
    @Nullable String userAgent,
    @Nullable String requestId,
    Instant createdAt) {

  /** What a row of the audit trail is to the platform. */
  public static final RecordType<AuditLog, NoDraft> TYPE =
      RecordType.of("audit_log", AuditLog.class, NoDraft.class)
          .module("journal")
          .path("audit-logs")
          .titles("action", "resource_type")
          .texts("actor_name", "action")
          .readOnly()
          .build();
}
