package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as text and as JSON: what is in a line, and what never is. */
class LogIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<String> SECRETS =
      List.of(
          "hunter2",
          "ada.lovelace@example.org",
          "+49 30 901820",
          "DE89370400440532013000",
          "k7Jdkw92kdPw0x",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void noSecretAndNoPersonIsInIt(String format) throws IOException {
    try (var server = CrmNode.fresh().with("CRM_LOG", format).start()) {
      // What is wrong in a file is quoted in the log: a way in for any text.
      quote(
          server,
          "Authorization: Bearer k7Jdkw92kdPw0x password=hunter2 ada.lovelace@example.org"
              + " +49 30 901820 IBAN DE89370400440532013000"
              + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl end-of-it");
      Wait.until("it is quoted", SOON, () -> server.log().contains("end-of-it"));

      assertThat(files(server)).doesNotContain(SECRETS.toArray(String[]::new));
      assertThat(server.output()).doesNotContain(SECRETS.toArray(String[]::new));
      assertThat(files(server)).doesNotContain(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
      assertThat(server.log()).contains("***@***", "IBAN ***");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "json")
  void everyLineIsAnObjectThatKnowsItsRequest(String format) throws IOException {
    try (var server = CrmNode.fresh().with("CRM_LOG", format).start()) {
      Files.writeString(
          server.node().folder().resolve("etc/org.crmportal.rest.cfg"),
          "\nslow.request.milliseconds = 1\n",
          StandardOpenOption.APPEND);
      Wait.until(
          "a slow request is named",
          SOON,
          () -> {
            server.admin().with("X-Request-Id", "find-me").get("/leads?q=nobody");
            return server.log().contains("find-me");
          });

      var me = server.admin().get("/auth/me").text("id");
      var line = lines(server).filter(each -> each.toString().contains("find-me")).findFirst();
      assertThat(line).isPresent();
      assertThat(line.get().get("request_id").asText()).isEqualTo("find-me");
      assertThat(line.get().get("user_id").asText()).isEqualTo(me);
      assertThat(line.get().get("route").asText()).isEqualTo("leads");
      assertThat(line.get().get("module").asText()).isEqualTo("rest");
      assertThat(line.get().get("level").asText()).isEqualTo("WARN");
      assertThat(line.get().get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
      assertThat(lines(server)).allMatch(each -> each.hasNonNull("message"));
    }
  }

  private static Stream<JsonNode> lines(CrmServer server) {
    return server.log().lines().map(Api::parse);
  }

  private static void quote(CrmServer server, String text) throws IOException {
    Files.writeString(
        server.node().folder().resolve("etc/org.crmportal.pool.cfg"),
        "\nmax.connections = " + text + "\n",
        StandardOpenOption.APPEND);
  }

  private static String files(CrmServer server) throws IOException {
    try (var files = Files.list(server.node().folder().resolve("log"))) {
      var all = new StringBuilder();
      for (var file : files.toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
