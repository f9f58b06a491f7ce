package org.crmportal.rest.internal.records;

import java.util.function.Function;
import java.util.function.Supplier;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.CsvImports;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.internal.http.Route;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the generic routes work with.
 *
 * @param services the running record service of a type's name, or null
 * @param imports what takes CSV files, or null while it does not run
 * @param routes the route of a verb and path such as {@code POST leads/{}/convert}, or null
 */
public record Surroundings(
    Json json,
    Records records,
    Transactions transactions,
    Callers callers,
    Function<String, @Nullable RecordService<?, ?>> services,
    Supplier<@Nullable CsvImports> imports,
    Function<String, @Nullable Route> routes) {}
