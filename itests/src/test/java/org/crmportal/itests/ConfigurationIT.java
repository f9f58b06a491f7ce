package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The settings of a running node, over HTTP. */
class ConfigurationIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String REST = "/configuration/org.crmportal.rest/";

  private final CrmServer server = CrmServer.shared();

  private Answer put(String path, @Nullable String value) {
    var body = new HashMap<String, @Nullable String>();
    body.put("value", value);
    return server.admin().put(path, body);
  }

  private String file(String pid) throws IOException {
    return Files.readString(server.node().folder().resolve("etc/" + pid + ".cfg"));
  }

  @Test
  void everySettingSaysWhatIsAllowed() {
    assertThat(server.admin().get("/configuration").json().get("items"))
        .extracting(each -> each.get("pid").asText() + " " + each.get("key").asText())
        .contains(
            "org.crmportal.pool max.connections",
            "org.crmportal.rest body.kilobytes",
            "org.crmportal.signin failures",
            "org.crmportal.metrics readers",
            "org.ops4j.pax.logging log4j2.rootLogger.level");

    var one = server.admin().get("/configuration/org.crmportal.pool/max.connections");
    assertThat(one.text("standard")).isEqualTo("16");
    assertThat(one.text("allowed")).isEqualTo("a whole number from 2 to 500");
    assertThat(server.admin().get("/configuration/org.crmportal.pool/maximum").status())
        .isEqualTo(404);
  }

  @Test
  void aChangeIsInForceKeptInItsFileAndInTheAudit() throws IOException {
    var changed = put(REST + "url.characters", "2000");
    assertThat(changed.text("value")).isEqualTo("2000");
    assertThat(changed.text("node")).endsWith(":" + server.node().get("CRM_HTTP_PORT"));

    Wait.until("in force", SOON, () -> longUrl() == 414);
    assertThat(server.admin().get(REST + "url.characters").text("value")).isEqualTo("2000");
    Wait.until("kept", SOON, () -> file("org.crmportal.rest").contains("url.characters = 2000"));
    assertThat(file("org.crmportal.rest")).contains("# The longest URL");
    assertThat(server.admin().get("/audit-logs?resource_type=configuration").body())
        .contains("org.crmportal.rest url.characters", "2000", changed.text("node"));

    put(REST + "url.characters", null);
    Wait.until("the default again", SOON, () -> longUrl() != 414);
  }

  private int longUrl() {
    return server.admin().get("/leads?q=" + "x".repeat(3_000)).status();
  }

  @Test
  void aWrongValueNamesItsKeyAndChangesNothing() {
    var refused = put(REST + "body.kilobytes", "plenty");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("body.kilobytes", "must be a whole number from 16 to 65536");
    assertThat(server.admin().get(REST + "body.kilobytes").text("value")).isEqualTo("1024");
  }

  @Test
  void whatIsReadAtAStartOnlyIsNoneOfThem() {
    assertThat(server.admin().get("/configuration").body())
        .doesNotContain("org.crmportal.database", "password", CrmNode.ADMIN_PASSWORD);
  }

  @Test
  void onlyWhoMayChangeTheModulesDoes() {
    var manager = Fixture.user(server, "manager");

    assertThat(manager.get("/configuration").status()).isEqualTo(403);
    assertThat(manager.put(REST + "body.kilobytes", Map.of("value", "32")).status()).isEqualTo(403);
  }
}
