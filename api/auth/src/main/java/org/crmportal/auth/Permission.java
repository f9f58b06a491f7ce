package org.crmportal.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a role can grant.
 *
 * @param resource e.g. {@code leads}
 * @param action with its scope, e.g. {@code read_own}
 * @param description what it allows, for a person, or null
 */
public record Permission(UUID id, String resource, String action, @Nullable String description) {}
