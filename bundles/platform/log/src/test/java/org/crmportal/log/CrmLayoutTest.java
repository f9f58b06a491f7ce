package org.crmportal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

class CrmLayoutTest {

  private static final String PATTERN = "%-5p %X{request_id} %encode{%.-2000m}{CRLF}%n";

  private static LogEvent event(String message) {
    var data = ContextDataFactory.createContextData();
    Map.of("request_id", "r-1", "user_id", "u-1", "route", "leads/{id}", "bundle.name", "crm-leads")
        .forEach(data::putValue);
    var thrown = new IllegalStateException("for ada@example.org", new IOException("pwd=hunter2"));
    return Log4jLogEvent.newBuilder()
        .setLoggerName("org.crmportal.leads.Lead")
        .setLevel(Level.ERROR)
        .setThreadName("XNIO-1 task-2")
        .setTimeMillis(1_790_000_000_123L)
        .setContextData(data)
        .setMessage(new SimpleMessage(message))
        .setThrown(thrown)
        .build();
  }

  private static String line(String format, String message) {
    return CrmLayout.of(new DefaultConfiguration(), format, PATTERN).toSerializable(event(message));
  }

  private static JsonNode parsed(String line) throws IOException {
    return new ObjectMapper().readTree(line);
  }

  @Test
  void aTextKnowsItsRequestAndNoSecret() {
    assertThat(line("text", "Bearer k7Jdkw92kdPw0x of ada@example.org"))
        .startsWith("ERROR r-1 Bearer *** of ***@***")
        .contains("IllegalStateException: for ***@***", "pwd=***", "at org.crmportal.log")
        .doesNotContain("ada", "hunter2");
  }

  @Test
  void aSecretThatIsCutIsMaskedAsWell() {
    assertThat(line("text", "x".repeat(1_990) + " ada.lovelace@example.org"))
        .contains(" ***@***")
        .doesNotContain("ada");
  }

  @Test
  void jsonHasAMemberForEachThing() throws IOException {
    var line = line("json", "it failed");

    assertThat(line).endsWith("}\n").hasLineCount(1);
    assertThat(parsed(line).get("time").asText()).isEqualTo("2026-09-21T14:13:20.123Z");
    assertThat(parsed(line).get("level").asText()).isEqualTo("ERROR");
    assertThat(parsed(line).get("logger").asText()).isEqualTo("org.crmportal.leads.Lead");
    assertThat(parsed(line).get("thread").asText()).isEqualTo("XNIO-1 task-2");
    assertThat(parsed(line).get("request_id").asText()).isEqualTo("r-1");
    assertThat(parsed(line).get("user_id").asText()).isEqualTo("u-1");
    assertThat(parsed(line).get("route").asText()).isEqualTo("leads/{id}");
    assertThat(parsed(line).get("module").asText()).isEqualTo("leads");
    assertThat(parsed(line).get("message").asText()).isEqualTo("it failed");
    assertThat(parsed(line).get("stack").asText())
        .contains("at org.crmportal.log", "for ***@***", "pwd=***")
        .doesNotContain("hunter2");
  }

  @Test
  void whateverIsLoggedItIsOneLineOfJson() throws IOException {
    var nasty = "\"quoted\" \\ \n\r\t \u0000 \u2028 \ud800 \u007f ä €";

    assertThat(line("json", nasty)).hasLineCount(1);
    assertThat(parsed(line("json", nasty)).get("message").asText()).contains("\"quoted\" \\ \n");
  }

  @Test
  void theConsoleGetsTheSameWithoutSecrets() {
    var masked = MaskPolicy.create().rewrite(event("password=hunter2"));

    assertThat(masked.getMessage().getFormattedMessage()).isEqualTo("password=***");
    assertThat(masked.getThrown())
        .hasToString("java.lang.IllegalStateException: for ***@***")
        .hasStackTraceContaining("java.io.IOException: pwd=***");
    assertThat(masked.getContextData().<String>getValue("request_id")).isEqualTo("r-1");
  }
}
