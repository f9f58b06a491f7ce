package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.example.vehicles.Vehicle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A third party's extension, as docs/extensions.md has it: into a running node and out again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final CrmNode NODE = CrmNode.fresh();
  private static final Path DEPLOY =
      NODE.folder().resolveSibling(NODE.folder().getFileName() + "-deploy");

  private static CrmServer server;
  private static Console console;
  private static String vehicle = "";

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(DEPLOY);
    server = NODE.with("CRM_DEPLOY", DEPLOY.toString()).start();
    console = Console.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void itIsThereAsSoonAsItsFileIs() throws Exception {
    assertThat(server.admin().get("/vehicles").status()).isEqualTo(404);
    deploy();

    var fields = Map.of("license_plate", "b-xy 12", "make", "Opel", "price", "9000.5");
    var created = Fixture.created(server.admin(), "/vehicles", fields);
    vehicle = created.get("id").asText();
    assertThat(created.get("license_plate").asText()).isEqualTo("B-XY 12");
    assertThat(created.get("status").asText()).isEqualTo("active");
    assertThat(server.admin().get("/modules/vehicles").text("state")).isEqualTo("running");
    assertThat(server.api().get("/openapi.json").body()).contains("\"/vehicles/{id}\"");
    assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void itsRecordsHaveWhatEveryRecordHas() {
    var path = "/vehicles/" + vehicle;
    var admin = server.admin();
    assertThat(admin.get("/vehicles?q=opel&price=9000.50&count=true").text("total")).isEqualTo("1");
    var again = Map.of("license_plate", "B-XY 12", "make", "Audi");
    assertThat(admin.post("/vehicles", again).status()).isEqualTo(409);
    assertThat(admin.post("/vehicles", Map.of("make", "Audi")).body()).contains("license_plate");
    assertThat(admin.patch(path, Map.of("status", "sold")).status()).isEqualTo(200);
    var back = admin.patch(path, Map.of("status", "active"));
    assertThat(back.status()).isEqualTo(409);
    assertThat(back.text("current")).isEqualTo("sold");
    var about = "/activities?entity_type=vehicle&entity_id=" + vehicle;
    assertThat(admin.get(about).body()).contains("status_changed", "\"sold\"");
    assertThat(admin.get("/audit-logs?resource_id=" + vehicle).json().get("items")).hasSize(2);
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.post(path + "/restore", Map.of()).status()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void itsGrantsAreThoseThatItDeclares() {
    var sales = Person.of(server, "sales");
    assertThat(sales.api().get("/vehicles").json().get("items")).isEmpty();
    assertThat(sales.api().post("/vehicles", Map.of("make", "Audi")).status()).isEqualTo(403);
    var drives = Map.of("driver_id", sales.id());
    assertThat(server.admin().patch("/vehicles/" + vehicle, drives).status()).isEqualTo(200);
    assertThat(sales.api().get("/vehicles").json().get("items")).hasSize(1);
    assertThat(Fixture.user(server, "support").get("/vehicles").status()).isEqualTo(403);
    var manager = Fixture.user(server, "manager");
    assertThat(manager.get("/vehicles/" + vehicle).status()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void theConsoleKnowsIt() {
    assertThat(console.run("crm:list vehicles make=Opel fields=license_plate,price").well().out())
        .contains("license_plate", "B-XY 12", "9000.50");
    assertThat(console.run("crm:modules").well().out()).containsPattern("vehicles +.*running");
    assertThat(console.run("crm:db-status").well().out()).containsPattern("vehicles +ready +1");
    console.run("crm:import vehicles -", "license_plate,make\nM-AB 1,BMW\n").well();
    assertThat(console.run("crm:verify --json").well().out())
        .contains("vehicles.ck_vehicles_status");
  }

  @Test
  @Order(5)
  void aNewVersionBringsFurtherChangesAndTheyCanBeTakenBack() throws Exception {
    ExtensionJar.withChange(jar(), "002-wheels.sql", "wheels", DEPLOY.resolve("vehicles.jar"));
    Wait.until("migrated", SOON, () -> column("wheels") == 1);
    assertThat(console.run("crm:db-rollback vehicles 1 --yes").well().out()).contains("1 change");
    assertThat(column("wheels")).isZero();
    assertThat(server.admin().get("/vehicles").status()).isEqualTo(503);
    console.run("crm:db-migrate vehicles").well();
    Wait.until("it serves", SOON, () -> server.admin().get("/vehicles").status() == 200);
    assertThat(column("wheels")).isEqualTo(1);
  }

  @Test
  @Order(6)
  void itsTableStaysWhenItGoesAndIsThereWhenItComesBack() throws Exception {
    Files.delete(DEPLOY.resolve("vehicles.jar"));
    Wait.until("gone", SOON, () -> server.admin().get("/vehicles").status() == 404);
    assertThat(server.api().get("/openapi.json").body()).doesNotContain("/vehicles");
    console.run("crm:list vehicles").refused(2, "no records vehicles");
    assertThat(console.run("crm:modules").well().out()).doesNotContain("vehicles");
    assertThat(server.admin().get("/leads").status()).isEqualTo(200);
    try (var database = NodeDatabase.of(NODE)) {
      assertThat(NodeDatabase.count(database, "vehicles")).isEqualTo(2);
    }
    deploy();
    assertThat(server.admin().get("/vehicles/" + vehicle).text("status")).isEqualTo("sold");
    assertThat(server.log()).doesNotContain(" ERROR ");
  }

  @Test
  @Order(7)
  void aRestartAndANewBuildKeepIt() throws Exception {
    server.close();
    Files.writeString(NODE.folder().resolve("build"), "the build before\n");
    server = NODE.start();
    Wait.until("it serves", SOON, () -> server.admin().get("/vehicles").status() == 200);
    assertThat(server.admin().get("/vehicles/" + vehicle).status()).isEqualTo(200);
  }

  @Test
  @Order(8)
  void whoeverRemovesItAtTheConsoleIsToldHow() {
    console.run("crm:module-remove vehicles --yes").refused(1, DEPLOY.resolve("vehicles.jar") + "");
    assertThat(server.admin().delete("/modules/vehicles").text("type"))
        .isEqualTo("/problems/module_deployed");
  }

  private static void deploy() throws Exception {
    // Under a name that is not watched first: half a file is no bundle.
    var fresh =
        Files.copy(
            jar(), DEPLOY.resolveSibling("vehicles.new"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, DEPLOY.resolve("vehicles.jar"), StandardCopyOption.ATOMIC_MOVE);
    Wait.until("it serves", SOON, () -> server.admin().get("/vehicles").status() == 200);
  }

  private static Path jar() throws Exception {
    return Path.of(Vehicle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static long column(String name) throws SQLException {
    var wanted = "information_schema.columns WHERE table_name = 'vehicles' AND column_name = '";
    try (var database = NodeDatabase.of(NODE)) {
      return NodeDatabase.count(database, wanted + name + "'");
    }
  }
}
