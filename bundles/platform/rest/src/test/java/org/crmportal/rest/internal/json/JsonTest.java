package org.crmportal.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final String FACE = "\uD83D\uDE00";

  private final Json json = new Json();

  @Test
  void namesAndValuesAreUtf8() {
    var text = new String(json.bytes(Map.of(FACE, FACE)), StandardCharsets.UTF_8);
    assertThat(text).isEqualTo("{\"" + FACE + "\":\"" + FACE + "\"}");
    assertThat(json.tree(Map.of(FACE, FACE)).get(FACE).textValue()).isEqualTo(FACE);
  }

  @Test
  void aBodyIsReadAsUtf8() throws IOException {
    var tree = json.parse(body(("[\"" + FACE + "\"]").getBytes(StandardCharsets.UTF_8)));
    assertThat(tree).hasToString("[\"" + FACE + "\"]");
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    assertRefused('[', '"', 0xC1, 0xA1, '"', ']');
    assertRefused('[', '"', 0xED, 0xA0, 0x80, '"', ']');
    assertRefused('[', '"', 0xE4, '"', ']');
    assertRefused('[', 0, '1', 0, ']', 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1e-2147483648]", "[1e99999999999]", "[1", "[1]]", "[01]", "[NaN]"})
  void whatIsNoReadableJsonIsRefused(String text) {
    assertThatThrownBy(() -> json.parse(body(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(CrmException.class);
  }

  private void assertRefused(int... bytes) {
    var body = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      body[i] = (byte) bytes[i];
    }
    assertThatThrownBy(() -> json.parse(body(body))).isInstanceOf(CrmException.class);
  }

  private static ByteArrayInputStream body(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
