package org.crmportal.journal.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An activity of the system about what a user did. */
record ActivityRow(
    String entityType,
    UUID entityId,
    String action,
    String description,
    Map<String, ?> metadata,
    Instant at) {}
