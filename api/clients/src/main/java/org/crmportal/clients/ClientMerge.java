package org.crmportal.clients;

import java.util.Map;

/**
 * What a merge moved, or would move.
 *
 * @param client the client that is left
 * @param moved how many records of each kind: {@code contacts}, {@code activities}, and the names
 *     of the {@link ClientPart}s
 * @param dryRun whether it was only counted
 */
public record ClientMerge(Client client, Map<String, Long> moved, boolean dryRun) {}
