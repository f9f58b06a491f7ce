package org.crmportal.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.logging.log4j.core.LogEvent;
import org.jspecify.annotations.Nullable;

/** A line of the log as one JSON object. What is not known is left out. */
final class JsonLine {

  private static final int LONGEST_MESSAGE = 8_000;
  private static final int LONGEST_STACK = 32_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder(512);

  private JsonLine() {}

  static String of(LogEvent event) {
    var line = new JsonLine();
    var known = event.getContextData();
    line.out.append('{');
    line.member("time", TIME.format(Instant.ofEpochMilli(event.getTimeMillis())));
    line.member("level", event.getLevel().name());
    line.member("logger", event.getLoggerName());
    line.member("thread", event.getThreadName());
    // The caller may choose it.
    line.masked("request_id", known.getValue("request_id"), LONGEST_MESSAGE);
    line.member("user_id", known.getValue("user_id"));
    line.member("route", known.getValue("route"));
    line.member("module", module(known.getValue("bundle.name")));
    line.masked("message", event.getMessage().getFormattedMessage(), LONGEST_MESSAGE);
    line.masked("stack", stack(event.getThrown()), LONGEST_STACK);
    return line.out.append("}\n").toString();
  }

  /** The module's word: our bundles have their names from it. */
  private static @Nullable String module(@Nullable String bundle) {
    return bundle != null && bundle.startsWith("crm-") ? bundle.substring(4) : bundle;
  }

  private static @Nullable String stack(@Nullable Throwable thrown) {
    if (thrown == null) {
      return null;
    }
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }

  private void masked(String name, @Nullable String text, int longest) {
    if (text != null) {
      // Masked before it is cut: half a secret would not be known as one.
      var masked = Mask.of(text);
      member(name, masked.length() <= longest ? masked : masked.substring(0, longest) + "…");
    }
  }

  private void member(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    if (out.length() > 1) {
      out.append(',');
    }
    out.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      append(value.charAt(i));
    }
    out.append('"');
  }

  private void append(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean alone = Character.isSurrogate(c);
        if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '\u007f' || alone) {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
