package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A node whose JVM is killed while its modules change is whole at its next start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledModuleChangeIT {

  private static final CrmNode NODE = CrmNode.fresh().with("CRM_MODULES", "leads");
  private static final Path BUILD = NODE.folder().resolve("build");
  private static final Duration SOON = Duration.ofMinutes(1);

  private static CrmServer server;
  private static String client = "";

  @BeforeAll
  static void start() {
    server = NODE.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void inAnInstallation() throws IOException {
    killedIn(() -> server.admin().post("/modules", Map.of("name", "clients")));
    assertThat(NODE.folder().resolve("modules")).hasContent("auth,clients,leads");
    assertThat(lastAudit()).isEqualTo("install_requested");
    var fields = Map.of("company_name", Fixture.unique("Company "));
    client = Fixture.created(server.admin(), "/clients", fields).get("id").asText();
    assertThat(server.admin().get("/leads").status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void inARemoval() throws IOException {
    killedIn(() -> server.admin().delete("/modules/clients"));
    assertThat(NODE.folder().resolve("modules")).hasContent("auth,leads");
    assertThat(server.api().get("/clients").text("module")).isEqualTo("clients");
    assertThat(server.admin().get("/leads").status()).isEqualTo(200);
    assertThat(lastAudit()).isEqualTo("remove_requested");
    server.admin().post("/modules", Map.of("name", "clients"));
    assertThat(server.admin().get("/clients/" + client).status()).isEqualTo(200);
  }

  private static void killedIn(Supplier<Answer> change) {
    var answer = CompletableFuture.supplyAsync(change);
    Wait.until("it changes", SOON, () -> !Files.exists(BUILD));
    server.kill();
    assertThat(BUILD).doesNotExist();
    assertThat(answer).failsWithin(SOON);
    server = NODE.start();
    assertThat(BUILD).exists();
    assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
  }

  private static String lastAudit() {
    var rows = server.admin().get("/audit-logs?resource_type=module&limit=1").json();
    return rows.at("/items/0/action").asText();
  }
}
