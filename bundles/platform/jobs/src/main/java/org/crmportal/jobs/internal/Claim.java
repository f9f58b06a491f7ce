package org.crmportal.jobs.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that this node has taken.
 *
 * @param createdBy the user who asked for it, or null for the system
 * @param position where its last committed step ended
 * @param attempts how often it was begun since it last got on, this time included
 */
record Claim(
    UUID id,
    String kind,
    @Nullable UUID createdBy,
    Map<String, Object> parameters,
    long position,
    int attempts) {}
