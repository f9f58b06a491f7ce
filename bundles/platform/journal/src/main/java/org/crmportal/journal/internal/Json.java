package org.crmportal.journal.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.crmportal.platform.record.Column;
import org.jspecify.annotations.Nullable;

/** Writes values as the REST API does, except that a secret is only said to be there. */
final class Json {

  static final String SECRET = "[secret]";

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern SECRETS =
      Pattern.compile(
          "(^|_)(passwords?|passwd|secrets?|tokens?|hash|otp|credentials?|(api|private|signing)_keys?)"
              + "(_|$)");

  /** What a name of a secret contains; most names contain none of it, which is quickly seen. */
  private static final List<String> HINTS =
      List.of("pass", "secret", "token", "hash", "otp", "credential", "key");

  private Json() {}

  /** A JSON object with snake_case names. */
  static String of(Map<String, ?> object) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      write(json, object, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value, boolean secret)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      writeObject(json, map, secret);
    } else if (value instanceof Record members) {
      writeObject(json, Members.of(members), secret);
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      for (var item : items) {
        write(json, item, secret);
      }
      json.writeEndArray();
    } else if (secret) {
      json.writeString(SECRET);
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeObject(JsonGenerator json, Map<?, ?> map, boolean secret)
      throws IOException {
    json.writeStartObject();
    for (var member : map.entrySet()) {
      var name = String.valueOf(member.getKey());
      json.writeFieldName(name);
      write(json, member.getValue(), secret || isSecret(Column.snakeCase(name)));
    }
    json.writeEndObject();
  }

  private static boolean isSecret(String name) {
    return HINTS.stream().anyMatch(name::contains) && SECRETS.matcher(name).find();
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(new BigDecimal(number.toString()));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(text(value).replace("\0", ""));
    }
  }

  /** A value that is no number as the text that stands for it in JSON. */
  static String text(Object value) {
    if (value instanceof Instant instant) {
      return INSTANT.format(instant);
    }
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }
}
