package org.crmportal.rest.internal.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.StreamingOutput;
import org.crmportal.platform.Callers;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.json.Times;
import org.jspecify.annotations.Nullable;

/** Writes records as CSV (RFC 4180), one after the other as the database gives them. */
final class CsvRows<T extends Record> {

  private static final int BUFFER = 32 * 1024;

  private final Records records;
  private final RecordType<T, ?> type;
  private final Json json;

  CsvRows(Records records, RecordType<T, ?> type, Json json) {
    this.records = records;
    this.type = type;
    this.json = json;
  }

  /** The answer's body: read for whoever asks, after the answer's headers are out. */
  StreamingOutput body(Callers callers, ListQuery query, @Nullable Set<String> fields) {
    var caller = callers.current();
    return out -> {
      try {
        callers.call(caller, () -> write(query, fields, out, () -> {}));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    };
  }

  /** Writes the heading and every row; what a row's listener throws ends it. */
  OutputStream write(
      ListQuery query, @Nullable Set<String> fields, OutputStream out, Runnable each) {
    Collection<String> columns = fields == null ? type.columns().keySet() : fields;
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    try {
      writer.write(String.join(",", columns));
      writer.write("\r\n");
      records.each(
          type,
          query,
          record -> {
            row(record, columns, writer);
            each.run();
          });
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private void row(T record, Collection<String> columns, Writer out) {
    try {
      char separator = 0;
      for (var column : columns) {
        if (separator != 0) {
          out.write(separator);
        }
        separator = ',';
        out.write(cell(type.value(record, column)));
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Instant time) {
      return Times.text(time);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Map || value instanceof Collection || value instanceof Record) {
      return quoted(new String(json.bytes(value), StandardCharsets.UTF_8));
    }
    return quoted(harmless(value.toString()));
  }

  /**
   * A spreadsheet takes a text that begins like this for a formula, unless a quote is before it. A
   * text that has one already gets another, so that an import can tell them apart.
   */
  private static String harmless(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && "=+-@\t\r".indexOf(text.charAt(at)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
