package org.crmportal.rest.internal.records;

import java.util.function.Function;
import java.util.function.Supplier;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the generic routes work with.
 *
 * @param services the running record service of a type's name, or null
 * @param jobs what takes jobs, or null while it does not run
 */
public record Surroundings(
    Json json,
    Records records,
    Transactions transactions,
    Callers callers,
    Function<String, @Nullable RecordService<?, ?>> services,
    Supplier<@Nullable Jobs> jobs) {}
