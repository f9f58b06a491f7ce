package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One node over several starts, in this order, because a start costs more than a test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeLifeIT {

  private static final CrmNode NODE = CrmNode.fresh();
  private static String lead = "";

  @Test
  @Order(1)
  void sigtermStopsTheNodeAndItsDatabase() throws IOException {
    var server = NODE.start();
    lead = Fixture.created(server.admin(), "/leads", Fixture.lead()).get("id").asText();
    assertThat(postgres()).isPresent();
    server.close();
    assertThat(server.exitStatus()).isIn(0, 143);
    assertThat(postgres()).isEmpty();
  }

  @Test
  @Order(2)
  void aRestartKeepsTheData() throws IOException {
    var server = NODE.start();
    assertThat(server.admin().get("/leads/" + lead).status()).isEqualTo(200);
    server.kill();
    assertThat(postgres()).isPresent();
  }

  @Test
  @Order(3)
  void aNodeWhoseJvmWasKilledStartsAgainAndKeepsTheData() throws IOException {
    try (var server = NODE.start()) {
      assertThat(server.admin().get("/leads/" + lead).status()).isEqualTo(200);
      aKilledDatabaseIsBackWithinSeconds(server);
    }
    assertThat(postgres()).isEmpty();
  }

  private static void aKilledDatabaseIsBackWithinSeconds(CrmServer server) throws IOException {
    var admin = server.admin();
    var killed = postgres().orElseThrow();
    killed.destroyForcibly();
    // A connection of the killed one may still answer a moment: what counts is the new one.
    Wait.until(
        "another PostgreSQL runs",
        Duration.ofSeconds(30),
        () -> postgres().filter(process -> process.pid() != killed.pid()).isPresent());
    Wait.until(
        "the lead is read again",
        Duration.ofSeconds(30),
        () -> admin.get("/leads/" + lead).status() == 200);
  }

  /** The node's PostgreSQL by its pid file, if it has a program, which a dead process has not. */
  private static Optional<ProcessHandle> postgres() throws IOException {
    var file = NODE.folder().resolve(Path.of("postgresql", "data", "postmaster.pid"));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
        .filter(process -> process.info().command().isPresent());
  }
}
