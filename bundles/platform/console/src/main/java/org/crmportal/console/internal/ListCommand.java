package org.crmportal.console.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.record.RecordText;
import org.crmportal.platform.record.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists records of any type, with the filters of the REST API. */
@Component
public final class ListCommand implements ConsoleCommand {

  private static final List<String> PARAMETERS =
      List.of(
          "filter=", "q=", "sort=", "limit=", "cursor=", "count=true", "deleted=only", "fields=");

  private final KnownRecords known;
  private final RecordText text;

  @Activate
  public ListCommand(@Reference KnownRecords known, @Reference RecordText text) {
    this.known = known;
    this.text = text;
  }

  @Override
  public Usage usage() {
    return Usage.of("list", "Records of any type, with the filters of the API")
        .argument("records", "which, such as leads or users")
        .pairs("field", "as in the API: status=new sort=-created_at limit=20 fields=id,email");
  }

  @Override
  public void run(ConsoleCall call) {
    var service = known.get(call.argument("records"));
    var type = service.type();
    var fields = text.fields(type, call.pairs());
    var page = service.find(text.query(type, call.pairs()));
    Collection<String> columns = fields == null ? columns(type) : fields;
    call.show(text.trimmed(page, fields), columns.toArray(String[]::new));
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    if (parameter.equals("records")) {
      return known.words();
    }
    return words.isEmpty()
        ? List.of()
        : Stream.concat(known.fields(words.get(0)).stream(), PARAMETERS.stream()).toList();
  }

  /** What tells a record from another one comes first, since not all of them fit. */
  private static Collection<String> columns(RecordType<?, ?> type) {
    var columns = new LinkedHashSet<>(List.of("id"));
    columns.addAll(type.titles());
    type.status().ifPresent(columns::add);
    columns.addAll(type.columns().keySet());
    return columns;
  }
}
