package org.crmportal.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationTest {

  private static final String FILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
        <OCD id="Config" name="Pool">
          <AD id="max.connections" type="Integer" name="How many" min="2" max="500" default="16"/>
          <AD id="share" type="Double" name="How much" min="0.5" default="1.5"/>
          <AD id="on" type="Boolean" name="Whether" default="false"/>
          <AD id="readers" type="String" name="Who" default="local">
            <Option label="a" value="local"/>
            <Option label="b" value="all"/>
          </AD>
          <AD id="password" type="Password" name="The password" default=""/>
        </OCD>
        <Designate pid="org.example.pool"><Object ocdref="Config"/></Designate>
      </metatype:MetaData>
      """;

  private static Map<String, Declaration> keys() throws IOException {
    var in = new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8));
    return Metatype.read(in).get("org.example.pool");
  }

  private static boolean allows(String key, String value) throws IOException {
    return keys().get(key).allows(value);
  }

  @Test
  void everyKeySaysWhatIsAllowed() throws IOException {
    assertThat(keys().get("max.connections").allowed()).isEqualTo("a whole number from 2 to 500");
    assertThat(keys().get("share").allowed()).isEqualTo("a number from 0.5");
    assertThat(keys().get("on").allowed()).isEqualTo("true or false");
    assertThat(keys().get("readers").allowed()).isEqualTo("one of local, all");
    assertThat(keys().get("password").allowed()).isEqualTo("a text");
  }

  @Test
  void whatIsNotAllowedIsRefused() throws IOException {
    assertThat(allows("max.connections", " 500 ")).isTrue();
    assertThat(allows("max.connections", "501")).isFalse();
    assertThat(allows("max.connections", "1")).isFalse();
    assertThat(allows("max.connections", "1e1")).isFalse();
    assertThat(allows("max.connections", "99999999999999999999")).isFalse();
    assertThat(allows("share", "0.6")).isTrue();
    assertThat(allows("share", "much")).isFalse();
    assertThat(allows("on", "true")).isTrue();
    assertThat(allows("on", "yes")).isFalse();
    assertThat(allows("readers", "all")).isTrue();
    assertThat(allows("readers", "some")).isFalse();
  }

  @Test
  void aSecretIsShownToNobody() throws IOException {
    assertThat(keys().get("password").shown("hunter2")).isEqualTo("********");
    assertThat(keys().get("password").shown("")).isEmpty();
    assertThat(keys().get("readers").shown("all")).isEqualTo("all");
  }
}
