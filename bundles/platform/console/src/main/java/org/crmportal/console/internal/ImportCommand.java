package org.crmportal.console.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.job.CsvImports;
import org.crmportal.platform.record.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports a CSV file as a job, and stays with it to its end. */
@Component
public final class ImportCommand implements ConsoleCommand {

  private final KnownRecords known;
  private final CsvImports imports;
  private final JobWatch watch;
  private final Callers callers;

  @Activate
  public ImportCommand(
      @Reference KnownRecords known,
      @Reference CsvImports imports,
      @Reference JobWatch watch,
      @Reference Callers callers) {
    this.known = known;
    this.imports = imports;
    this.watch = watch;
    this.callers = callers;
  }

  @Override
  public Usage usage() {
    return Usage.of("import", "Makes records of a CSV file; Ctrl-C stops it")
        .argument("records", "which, such as leads or clients")
        .argument("file", "the CSV file; - is standard input")
        .pairs("header", "which field a header fills; without any, each that is named like a field")
        .option("constants", "values that every record gets: source=fair,status=new")
        .option("key", "the field by which a record that is there is found and changed")
        .option("date-format", "how the file writes dates, such as M/d/yyyy")
        .option("decimal", "what stands before the decimals: . or ,")
        .flag("allow-duplicate", "a record may look like another one")
        .rehearsed();
  }

  @Override
  public void run(ConsoleCall call) {
    var type = known.get(call.argument("records")).type();
    Operator.require(callers.current(), type.resource() + ":import");
    try (var file = new BufferedInputStream(call.read(call.argument("file")))) {
      var mapping = call.pairs().isEmpty() ? Headers.sameAsFields(file, type) : given(call);
      var how =
          new CsvImport(
              mapping,
              constants(call.option("constants").orElse("")),
              call.option("date-format").orElse(null),
              call.option("decimal").orElse("."),
              call.option("key").orElse(null),
              call.rehearsal(),
              call.flag("allow-duplicate"));
      watch.await(imports.submit(type, how, file), headers(mapping), call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return switch (parameter) {
      case "records" -> known.words();
      case "key" -> words.isEmpty() ? List.of() : fields(known.get(words.get(0)).type());
      default -> List.of();
    };
  }

  private static List<String> fields(RecordType<?, ?> type) {
    return List.copyOf(type.columns().keySet());
  }

  private static Map<String, String> given(ConsoleCall call) {
    var mapping = new LinkedHashMap<String, String>();
    call.pairs().forEach((header, fields) -> mapping.put(header, fields.get(fields.size() - 1)));
    return mapping;
  }

  /** What the file calls each field. */
  private static Map<String, String> headers(Map<String, String> mapping) {
    var headers = new LinkedHashMap<String, String>();
    mapping.forEach((header, field) -> headers.put(field, header));
    return headers;
  }

  private static Map<String, String> constants(String text) {
    var constants = new LinkedHashMap<String, String>();
    for (var pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length != 2) {
        throw CrmException.badRequest("--constants: " + pair + " is not field=value");
      }
      constants.put(parts[0].strip(), parts[1]);
    }
    return constants;
  }
}
