package org.crmportal.itests.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes bytes of a draft's tree, also where it holds what a writer of JSON refuses to write. */
final class Bodies {

  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Pattern NUMBER =
      Pattern.compile("\"" + TreeAttacks.NUMBER + "((?:[^\"\\\\]|\\\\.)*)\"");

  private Bodies() {}

  /** The JSON of the draft's tree. */
  static String text(Draft draft) {
    try {
      var text = PLAIN.writeValueAsString(draft.tree);
      // Half a surrogate pair has no UTF-8: it can only be sent as an escape.
      if (Hostile.unstorable(text)) {
        text = ESCAPED.writeValueAsString(draft.tree);
      }
      return NUMBER
          .matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(found.group(1).replace("\\\"", "\"")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the draft's body of its tree, unless an attack has made one. */
  static void finish(Draft draft) {
    if (draft.body == null && draft.tree != null) {
      draft.body = text(draft).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Text and raw bytes, one after the other. */
  static byte[] bytes(Object... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      if (part instanceof Integer raw) {
        out.write(raw);
      } else if (part instanceof byte[] raw) {
        out.writeBytes(raw);
      } else {
        out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
