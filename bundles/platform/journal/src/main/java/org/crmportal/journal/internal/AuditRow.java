package org.crmportal.journal.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit trail is to keep; who, when and from where are known to the statement. */
record AuditRow(
    String action, String resourceType, @Nullable UUID resourceId, Map<String, ?> changes) {}
