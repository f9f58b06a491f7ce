package org.crmportal.persistence.internal.records;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads cursors: the ordered values of the last row of a page, with a seal over them and
 * over the query that they belong to.
 */
final class Cursors {

  private static final int LONGEST = 16_000;
  private static final int SEAL = 16;
  private static final TypeReference<List<@Nullable String>> VALUES = new TypeReference<>() {};

  private final CursorKey key;

  Cursors(CursorKey key) {
    this.key = key;
  }

  /**
   * Makes a cursor.
   *
   * @param query all that the cursor is bound to
   */
  String write(String query, List<@Nullable String> values) {
    var json = Conditions.json(values).getBytes(StandardCharsets.UTF_8);
    var cursor = ByteBuffer.allocate(SEAL + json.length).put(seal(query, json)).put(json);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
  }

  /**
   * Reads a cursor.
   *
   * @throws CrmException {@code BAD_REQUEST} if it was not made for this query
   */
  List<@Nullable String> read(String query, String cursor) {
    try {
      if (cursor.length() <= LONGEST) {
        var bytes = Base64.getUrlDecoder().decode(cursor);
        var json = Arrays.copyOfRange(bytes, Math.min(SEAL, bytes.length), bytes.length);
        var given = Arrays.copyOf(bytes, SEAL);
        if (MessageDigest.isEqual(given, seal(query, json))) {
          return Cell.JSON.readValue(json, VALUES);
        }
      }
    } catch (IllegalArgumentException | IOException e) {
      throw foreign();
    }
    throw foreign();
  }

  private static CrmException foreign() {
    return CrmException.badParameter("cursor", "is not the next_cursor of this query");
  }

  private byte[] seal(String query, byte[] values) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      mac.update(query.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(values), SEAL);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
