package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.record.Page;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; what a class becomes is decided once a class. */
final class Encoder {

  private final Shapes shapes;
  private final ClassValue<Writer> writers =
      new ClassValue<>() {
        @Override
        protected Writer computeValue(Class<?> type) {
          return writer(type);
        }
      };

  Encoder(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Writes a value of one class. */
  private interface Writer {
    void write(JsonGenerator json, Object value) throws IOException;
  }

  void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      writers.get(value.getClass()).write(json, value);
    }
  }

  private Writer writer(Class<?> type) {
    if (type == String.class || type == UUID.class) {
      return (json, value) -> json.writeString(value.toString());
    }
    if (type == Instant.class) {
      return (json, value) -> json.writeString(Times.text((Instant) value));
    }
    if (type == Page.class) {
      return (json, value) -> page(json, (Page<?>) value);
    }
    if (type == Trimmed.class) {
      return (json, value) -> trimmed(json, (Trimmed) value);
    }
    if (type.isRecord()) {
      return record(shapes.of(type));
    }
    if (Enum.class.isAssignableFrom(type)) {
      return (json, value) -> json.writeString(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
    }
    var scalar = scalar(type);
    return scalar == null ? container(type) : scalar;
  }

  private static @Nullable Writer scalar(Class<?> type) {
    if (type == Integer.class || type == Short.class || type == Byte.class) {
      return (json, value) -> json.writeNumber(((Number) value).intValue());
    }
    if (type == Long.class) {
      return (json, value) -> json.writeNumber((Long) value);
    }
    if (type == BigDecimal.class) {
      return (json, value) -> json.writeNumber((BigDecimal) value);
    }
    if (type == BigInteger.class) {
      return (json, value) -> json.writeNumber((BigInteger) value);
    }
    if (type == Boolean.class) {
      return (json, value) -> json.writeBoolean((Boolean) value);
    }
    if (type == Double.class || type == Float.class) {
      return (json, value) -> json.writeNumber(((Number) value).doubleValue());
    }
    if (InetAddress.class.isAssignableFrom(type)) {
      return (json, value) -> json.writeString(((InetAddress) value).getHostAddress());
    }
    if (Temporal.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)
        || java.net.URI.class == type
        || java.time.ZoneId.class.isAssignableFrom(type)) {
      return (json, value) -> json.writeString(value.toString());
    }
    return null;
  }

  private Writer container(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return (json, value) -> map(json, (Map<?, ?>) value);
    }
    if (JsonNode.class.isAssignableFrom(type)) {
      return (json, value) -> json.writeTree((JsonNode) value);
    }
    if (Iterable.class.isAssignableFrom(type)) {
      return (json, value) -> list(json, (Iterable<?>) value);
    }
    if (Optional.class == type) {
      return (json, value) -> write(json, ((Optional<?>) value).orElse(null));
    }
    throw new IllegalStateException(type + " has no JSON form");
  }

  private Writer record(Shape shape) {
    var members = shape.members();
    return (json, value) -> {
      var record = (Record) value;
      json.writeStartObject();
      for (var member : members) {
        json.writeFieldName(member.json());
        write(json, member.of(record));
      }
      json.writeEndObject();
    };
  }

  private void trimmed(JsonGenerator json, Trimmed value) throws IOException {
    json.writeStartObject();
    for (var member : shapes.of(value.record().getClass()).members()) {
      if (value.fields().contains(member.name())) {
        json.writeFieldName(member.json());
        write(json, member.of(value.record()));
      }
    }
    json.writeEndObject();
  }

  private void page(JsonGenerator json, Page<?> page) throws IOException {
    json.writeStartObject();
    json.writeFieldName("items");
    list(json, page.items());
    json.writeStringField("next_cursor", page.nextCursor());
    if (page.total() != null) {
      json.writeNumberField("total", page.total());
    }
    json.writeEndObject();
  }

  private void map(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (var entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private void list(JsonGenerator json, Iterable<?> values) throws IOException {
    json.writeStartArray();
    for (var value : values) {
      write(json, value);
    }
    json.writeEndArray();
  }

  /** A record of which only some fields are wanted. */
  record Trimmed(Record record, Set<String> fields) {}
}
