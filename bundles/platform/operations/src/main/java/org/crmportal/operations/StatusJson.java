package org.crmportal.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TreeMap;

/** The status as JSON. */
final class StatusJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final StatusReport report;
  private final JsonGenerator out;

  private StatusJson(StatusReport report, JsonGenerator out) {
    this.report = report;
    this.out = out;
  }

  static String of(StatusReport report) {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      new StatusJson(report, out).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    out.writeStartObject();
    out.writeStringField("at", report.at().toString());
    out.writeStringField("version", report.version());
    out.writeStringField("node", report.node());
    out.writeNumberField("uptime_seconds", report.uptime().toSeconds());
    out.writeBooleanField("ready", report.ready());
    wrong();
    database();
    modules();
    out.writeObjectFieldStart("measured");
    for (var value : new TreeMap<>(report.measured()).entrySet()) {
      out.writeNumberField(value.getKey(), value.getValue());
    }
    out.writeEndObject();
    out.writeNumberField("heap_used_bytes", report.heapUsed());
    out.writeNumberField("heap_max_bytes", report.heapMost());
    out.writeStringField("disk_path", report.disk().path());
    out.writeNumberField("disk_free_bytes", report.disk().free());
    out.writeNumberField("disk_size_bytes", report.disk().size());
    out.writeNumberField("log_errors", report.errors());
    out.writeNumberField("log_warnings", report.warnings());
    var last = report.lastError();
    out.writeStringField("last_error_at", last == null ? null : last.toString());
    out.writeEndObject();
  }

  private void wrong() throws IOException {
    out.writeArrayFieldStart("wrong");
    for (var part : report.wrong()) {
      out.writeStartObject();
      out.writeStringField("part", part.part());
      out.writeStringField("state", part.state().name().toLowerCase(Locale.ROOT));
      out.writeStringField("cause", part.cause());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void database() throws IOException {
    var database = report.database();
    if (database == null) {
      out.writeNullField("database");
    } else {
      out.writeObjectFieldStart("database");
      out.writeStringField("version", database.version());
      out.writeNumberField("bytes", database.bytes());
      out.writeNumberField("changes", database.changes());
      out.writeEndObject();
    }
    out.writeNumberField("folders", report.folders());
    out.writeArrayFieldStart("folders_not_ready");
    for (var folder : report.foldersNotReady()) {
      out.writeString(folder);
    }
    out.writeEndArray();
  }

  private void modules() throws IOException {
    out.writeArrayFieldStart("modules");
    for (var module : report.modules()) {
      out.writeStartObject();
      out.writeStringField("name", module.name());
      out.writeStringField("version", module.version());
      out.writeStringField("state", module.state());
      out.writeArrayFieldStart("missing");
      for (var each : module.missing()) {
        out.writeString(each);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
