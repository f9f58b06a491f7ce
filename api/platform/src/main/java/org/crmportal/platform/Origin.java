package org.crmportal.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from, as the audit trail keeps it.
 *
 * @param address the client's IP address, or null where there is none (a job, the console)
 * @param userAgent the client's own description of itself
 * @param requestId one id for everything that this call causes; also in the log
 */
public record Origin(@Nullable String address, @Nullable String userAgent, String requestId) {}
