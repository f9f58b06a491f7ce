package org.crmportal.live.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes as texts that fit into a notice of the database: arrays in JSON, one after the other. */
final class Payloads {

  /** The database takes less than 8,000. */
  static final int MOST_BYTES = 7_900;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<List<List<@Nullable Object>>> LISTS = new TypeReference<>() {};

  private Payloads() {}

  /** As few texts as hold all changes. */
  static List<String> of(List<Change> changes) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (var change : changes) {
      var one = one(change);
      if (text.length() > 0 && bytes(text) + bytes(one) + 2 > MOST_BYTES) {
        texts.add(text.append(']').toString());
        text.setLength(0);
      }
      text.append(text.length() == 0 ? '[' : ',').append(one);
    }
    if (text.length() > 0) {
      texts.add(text.append(']').toString());
    }
    return texts;
  }

  /**
   * The changes of a text.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static List<Change> read(String text) {
    try {
      return MAPPER.readValue(text, LISTS).stream().map(Payloads::change).toList();
    } catch (JsonProcessingException | ClassCastException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a list of changes: " + text, e);
    }
  }

  private static String one(Change change) {
    var parts =
        Arrays.asList(
            change.type(),
            change.id(),
            change.action(),
            change.version(),
            change.by(),
            change.belonged());
    try {
      return MAPPER.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Change change(List<@Nullable Object> parts) {
    var version = (Number) parts.get(3);
    return new Change(
        String.valueOf(parts.get(0)),
        id(parts.get(1)),
        String.valueOf(parts.get(2)),
        version == null ? null : version.longValue(),
        id(parts.get(4)),
        texts(parts.get(5)));
  }

  private static Map<String, String> texts(@Nullable Object object) {
    var texts = new LinkedHashMap<String, String>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return texts;
  }

  private static @Nullable UUID id(@Nullable Object text) {
    return text == null ? null : UUID.fromString((String) text);
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
