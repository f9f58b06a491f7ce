package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an operator looks for first, at /status. */
class StatusIT {

  private final CrmServer server = CrmServer.shared();

  @Test
  void everythingIsInOnePlace() {
    var status = server.admin().get("/status");

    assertThat(status.status()).isEqualTo(200);
    assertThat(status.json().get("ready").asBoolean()).isTrue();
    assertThat(status.json().get("wrong")).isEmpty();
    assertThat(status.text("version")).isNotBlank();
    assertThat(status.text("node")).endsWith(":" + server.node().get("CRM_HTTP_PORT"));
    assertThat(status.json().at("/database/version").asText()).matches("\\d+\\.\\d+.*");
    assertThat(status.json().at("/database/bytes").asLong()).isPositive();
    assertThat(status.json().at("/database/changes").asInt()).isPositive();
    assertThat(status.json().get("folders_not_ready")).isEmpty();
    assertThat(status.json().at("/measured/crm_pool_connections_max").asInt()).isPositive();
    assertThat(status.text("disk_path")).isEqualTo(server.node().folder().toString());
    assertThat(status.json().get("modules"))
        .extracting(module -> module.get("name").asText() + " " + module.get("state").asText())
        .contains("leads running", "operations running", "configuration running");
  }

  @Test
  void peopleGetAPageThatFitsATerminal() {
    var page = server.admin().with("Accept", "text/plain").get("/status");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .startsWith("CRM Portal ")
        .contains(": READY, up ", "\nWrong     nothing\n", "\nDatabase  PostgreSQL ");
    assertThat(page.body().lines()).hasSizeLessThan(25).allMatch(line -> line.length() <= 80);
  }

  @Test
  void onlyWhoMayReadTheModulesDoes() {
    assertThat(Fixture.user(server, "manager").get("/status").status()).isEqualTo(403);
    assertThat(server.api().get("/status").status()).isEqualTo(401);
  }
}
