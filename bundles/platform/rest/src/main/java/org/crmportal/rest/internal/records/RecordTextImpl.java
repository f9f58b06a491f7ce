package org.crmportal.rest.internal.records;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordText;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The API's own way to read and write, for those who answer elsewhere than over HTTP. */
@Component
public final class RecordTextImpl implements RecordText {

  private final Json json = new Json();
  private final Records records;

  @Activate
  public RecordTextImpl(@Reference Records records) {
    this.records = records;
  }

  @Override
  public ListQuery query(RecordType<?, ?> type, Map<String, List<String>> parameters) {
    return new ListParameters(type, parameters).query();
  }

  @Override
  public @Nullable Set<String> fields(RecordType<?, ?> type, Map<String, List<String>> parameters) {
    return new ListParameters(type, parameters).fields();
  }

  @Override
  public Object trimmed(Page<? extends Record> page, @Nullable Set<String> fields) {
    return fields == null ? page : Json.trimmed(page, fields);
  }

  @Override
  public String json(@Nullable Object value) {
    return new String(json.bytes(value), StandardCharsets.UTF_8);
  }

  @Override
  public void csv(
      RecordType<?, ?> type,
      ListQuery query,
      @Nullable Set<String> fields,
      OutputStream out,
      Runnable row) {
    new CsvRows<>(records, type, json).write(query, fields, out, row);
  }
}
