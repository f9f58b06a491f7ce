package org.crmportal.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device: the chain of its refresh tokens.
 *
 * @param id of the chain
 * @param createdAt when the user signed in
 * @param lastUsedAt when the tokens were refreshed last
 * @param expiresAt when it ends unless it is refreshed
 * @param address from where it was used last, or null
 * @param userAgent what the device calls itself, or null
 * @param current whether the call that asks belongs to it
 */
public record Session(
    UUID id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    @Nullable String address,
    @Nullable String userAgent,
    boolean current) {}
