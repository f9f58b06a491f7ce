package org.crmportal.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.record.RecordText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes records of any type as CSV. */
@Component
public final class ExportCommand implements ConsoleCommand {

  private static final String STANDARD = "-";
  private static final long OFTEN = 500;

  private final KnownRecords known;
  private final RecordText text;
  private final Callers callers;

  @Activate
  public ExportCommand(
      @Reference KnownRecords known, @Reference RecordText text, @Reference Callers callers) {
    this.known = known;
    this.text = text;
    this.callers = callers;
  }

  @Override
  public Usage usage() {
    return Usage.of("export", "Writes all records that match as CSV")
        .argument("records", "which, such as leads or users")
        .pairs("field", "filters as for crm:list; there is no limit")
        .option("to", "a new file; without it, standard output");
  }

  @Override
  public void run(ConsoleCall call) {
    var file = call.option("to").orElse(STANDARD);
    var type = known.get(call.argument("records")).type();
    Operator.require(callers.current(), type.resource() + ":export");
    if (call.json() && file.equals(STANDARD)) {
      throw CrmException.badRequest("--json needs --to, since the CSV itself is the answer");
    }
    var query = text.query(type, call.pairs());
    var fields = text.fields(type, call.pairs());
    var rows = new AtomicLong();
    try (var out = call.write(file)) {
      text.csv(type, query, fields, out, () -> tell(call, rows.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConsoleCall.Interrupted e) {
      call.note(file.equals(STANDARD) ? "the CSV is not complete" : file + " is not complete");
      throw e;
    }
    if (!file.equals(STANDARD)) {
      var answer = Map.of("file", file, "rows", rows.get());
      call.say("%d rows are in %s".formatted(rows.get(), file), answer);
    }
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return switch (parameter) {
      case "records" -> known.words();
      case "field" -> words.isEmpty() ? List.of() : known.fields(words.get(0));
      default -> List.of();
    };
  }

  private static void tell(ConsoleCall call, long rows) {
    if (rows % OFTEN == 0) {
      call.progress("rows written:", rows, null);
    }
  }
}
