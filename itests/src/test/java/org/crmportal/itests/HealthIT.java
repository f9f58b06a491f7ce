package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators ask: API, /health and /modules. */
class HealthIT {

  private final CrmServer server = CrmServer.shared();

  @Test
  void everyPartHasALine() {
    var ready = server.api().get("/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body().lines())
        .contains(
            "database: up",
            "disk: up",
            "http: up",
            "migrations leads: up",
            "migrations platform: up",
            "module auth: up",
            "module clients: up",
            "module leads: up");
    assertThat(server.api().get("/health/live").body()).isEqualTo("server: up\n");
  }

  @Test
  void programsGetJson() {
    var ready = server.api().with("Accept", "application/json").get("/health/ready");

    assertThat(ready.text("status")).isEqualTo("up");
    assertThat(ready.json().get("parts"))
        .extracting(part -> part.get("part").asText())
        .contains("database", "module leads");
  }

  @Test
  void nothingElseIsBelowHealth() {
    assertThat(server.api().get("/health/secrets").status()).isEqualTo(404);
    assertThat(server.api().post("/health/ready", "{}").status()).isEqualTo(405);
  }

  @Test
  void whatRunsIsListed() {
    var modules = server.admin().get("/modules");

    assertThat(modules.status()).isEqualTo(200);
    assertThat(modules.json().get("items"))
        .extracting(module -> module.get("name").asText())
        .containsAll(List.of("auth", "clients", "leads"));
    assertThat(modules.json().get("items"))
        .allSatisfy(
            module -> {
              assertThat(module.get("state").asText()).isEqualTo("running");
              assertThat(module.get("version").asText()).isNotBlank();
              assertThat(module.get("missing")).isEmpty();
            });
  }

  @Test
  void onlyWhoMayReadTheModulesDoes() {
    assertThat(Fixture.user(server, "manager").get("/modules").status()).isEqualTo(403);
    assertThat(server.api().get("/modules").status()).isEqualTo(401);
  }
}
