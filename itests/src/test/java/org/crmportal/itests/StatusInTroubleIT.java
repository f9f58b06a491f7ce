package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.crmportal.postgres.internal.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What crm:status shows at three at night: one trouble more with each test, on 24 lines of 80. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatusInTroubleIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final CrmNode NODE = CrmNode.fresh();

  private static @Nullable SmallDisk disk;
  private static PostgresServer database;
  private static CrmServer server;
  private static Console console;

  @BeforeAll
  static void start() throws Exception {
    if (SmallDisk.possible()) {
      disk = SmallDisk.mount(NODE.folder(), 600);
    }
    database = PostgresServer.start(NODE.folder().resolveSibling(NODE.folder() + "-db"));
    pool("max.connections = plenty\n");
    server = NODE.on(database).start();
    console = Console.of(server);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    database.close();
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  @Order(1)
  void aWrongValueThatWasThereAtTheStartIsNamedUntilItIsMended() throws IOException {
    var cause = "max.connections is not a whole number from 2 to 500; 16 is in force";
    assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
    assertThat(server.api().get("/health/ready").body())
        .contains("settings org.crmportal.pool: degraded (" + cause + ")");
    assertThat(screen(0)).contains("READY", "max.connections is not a whole");
    assertThat(
            server.admin().get("/configuration/org.crmportal.pool/max.connections").text("value"))
        .isEqualTo("16");

    pool("max.connections = 20\n");
    health("settings: up");
    assertThat(screen(0)).contains("Wrong     nothing");
    pool("max.conections = 20\n");
    health("degraded (there is no setting max.conections)");
  }

  @Test
  @Order(2)
  void aStoppedModuleAndAFailedJobAreSeen() throws Exception {
    console.run("bundle:stop crm-clients").well();
    console.run("crm:import leads -", "first_name,last_name\nAnn,One\n").well();
    try (var connection = NodeDatabase.of(NODE);
        var statement = connection.createStatement()) {
      statement.execute("UPDATE jobs SET status = 'failed'");
    }
    health("module clients: degraded");
    assertThat(screen(0)).contains("degraded module clients", "clients (stopped)", "1 failed");
    assertThat(screen(0)).contains("there is no setting");
  }

  @Test
  @Order(3)
  void aFullDiskIsSeen() throws IOException {
    if (disk != null) {
      disk.fill();
      health("disk: degraded");
      assertThat(screen(0)).contains("degraded disk: 0 MB are left");
    }
  }

  @Test
  @Order(4)
  void aDatabaseThatIsGoneIsTheFirstThing() throws Exception {
    database.close();
    health("database: down");
    var screen = screen(1);
    assertThat(screen)
        .contains("NOT READY", "Wrong     DOWN database", "Database  does not answer");
    assertThat(screen).contains("module clients", "max.conections");
    var json = console.run("crm:status --json");
    assertThat(json.json().get("ready").asBoolean()).isFalse();
    assertThat(json.status()).isEqualTo(1);
  }

  /** What balancers see is asked first: it costs no process each time. */
  private static void health(String line) {
    Wait.until(line, SOON, () -> server.api().get("/health/ready").body().contains(line));
  }

  /** The page, which has to fit. */
  private static String screen(int status) {
    var said = console.run("crm:status");
    assertThat(said.status()).as(said.toString()).isEqualTo(status);
    assertThat(said.out().lines()).as(said.out()).hasSizeLessThanOrEqualTo(24);
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
    return said.out();
  }

  /** Whole at once: half a file would be read as one. */
  private static void pool(String text) throws IOException {
    var file = Files.createDirectories(NODE.folder().resolve("etc"));
    var beside = Files.writeString(file.resolve("pool.new"), text);
    Files.move(
        beside,
        file.resolve("org.crmportal.pool.cfg"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
