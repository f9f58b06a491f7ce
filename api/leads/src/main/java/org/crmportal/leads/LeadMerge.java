package org.crmportal.leads;

import java.util.Map;

/**
 * What a merge moved, or would move.
 *
 * @param lead the lead that is left
 * @param moved how many records of each type
 * @param dryRun whether it was only counted
 */
public record LeadMerge(Lead lead, Map<String, Long> moved, boolean dryRun) {}
