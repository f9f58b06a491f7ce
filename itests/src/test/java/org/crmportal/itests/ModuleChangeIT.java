package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One node whose modules come and go: in this order, because a start costs more than a test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModuleChangeIT {

  private static final CrmNode NODE = CrmNode.fresh().with("CRM_MODULES", "leads");
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
  void whatIsNotInstalledIsNamed() {
    var missing = server.api().get("/clients");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.text("module")).isEqualTo("clients");
    assertThat(server.api().get("/no-such-thing").json().has("module")).isFalse();
    assertThat(server.admin().get("/modules/clients").text("state")).isEqualTo("available");

    var lead = Fixture.created(server.admin(), "/leads", Fixture.lead()).get("id").asText();
    var refused = server.admin().post("/leads/" + lead + "/convert", Map.of());
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("module")).isEqualTo("clients");
  }

  @Test
  @Order(2)
  void aDryRunChangesNothing() {
    var admin = server.admin();
    var answer = admin.post("/modules", Map.of("name", "clients", "dry_run", true));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("installed")).hasSize(1);
    assertThat(admin.delete("/modules/leads?dry_run=true").json().get("kept").has("leads"))
        .isTrue();
    assertThat(admin.get("/clients").status()).isEqualTo(404);
    assertThat(admin.get("/leads").status()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void aModuleComesAndGoesWhileAnotherIsUnderLoad() {
    try (var writers = new Writers(server.admin())) {
      more(writers);
      var installed = install("clients");
      assertThat(installed.status()).as(installed.toString()).isEqualTo(201);
      assertThat(installed.header("Location")).isEqualTo("/api/v1/modules/clients");
      assertThat(installed.json().get("waiting")).isEmpty();
      assertThat(installed.text("note")).contains("and on no other node");
      client = company();
      more(writers);
      assertThat(remove("clients").status()).isEqualTo(200);
      more(writers);
      assertThat(install("clients").status()).isEqualTo(201);
      more(writers);
      assertThat(writers.wrong()).isEmpty();
      assertThat(writers.refusals()).isZero();
    }
    assertThat(server.admin().get("/clients/" + client).status()).isEqualTo(200);
    assertThat(server.log()).doesNotContain(" ERROR ");
  }

  @Test
  @Order(4)
  void removingKeepsTheDataAndSaysHowMuch() {
    var removed = remove("clients");

    assertThat(removed.json().get("kept").get("clients").asLong()).isEqualTo(1);
    assertThat(removed.json().get("kept").has("contacts")).isTrue();
    assertThat(removed.text("note")).contains("its data stays in the database");
    assertThat(server.api().get("/openapi.json").body()).doesNotContain("\"/clients\"");
    assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
    assertThat(remove("clients").status()).isEqualTo(404);
    install("clients");
    assertThat(server.admin().get("/clients/" + client).status()).isEqualTo(200);
    assertThat(install("clients").status()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void whatCannotBeIsRefused() {
    assertThat(remove("auth").text("type")).isEqualTo("/problems/module_compulsory");
    assertThat(remove("platform").status()).isEqualTo(409);
    var unknown = install("no-such-thing");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("auth, clients, leads");
    var reader = Person.who(server, "modules:read").api();
    assertThat(reader.get("/modules").status()).isEqualTo(200);
    assertThat(reader.post("/modules", Map.of("name", "clients")).status()).isEqualTo(403);
    assertThat(reader.delete("/modules/clients").status()).isEqualTo(403);
    assertThat(server.api().delete("/modules/clients").status()).isEqualTo(401);
  }

  @Test
  @Order(6)
  void everyChangeIsInTheAuditTrail() {
    var rows = server.admin().get("/audit-logs?resource_type=module&sort=created_at&limit=2");
    assertThat(rows.json().get("items"))
        .extracting(row -> row.get("action").asText())
        .containsExactly("install_requested", "installed");
    var first = rows.json().get("items").get(0);
    assertThat(first.get("actor_name").asText()).isEqualTo("Administrator");
    assertThat(first.get("changes").get("module").asText()).isEqualTo("clients");
  }

  @Test
  @Order(7)
  void changesAtTheSameTimeFollowEachOther() {
    var answers =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> turn(i)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201, 404));
    assertThat(install("clients").status()).isIn(200, 201);
    assertThat(server.admin().get("/clients/" + client).status()).isEqualTo(200);
  }

  private static Answer turn(int i) {
    return i % 2 == 0 ? remove("clients") : install("clients");
  }

  @Test
  @Order(8)
  void aRestartKeepsTheChoice() throws IOException {
    remove("leads");
    assertThat(NODE.folder().resolve("modules")).hasContent("auth,clients");
    server.close();
    server = NODE.start();
    assertThat(server.admin().get("/clients/" + client).status()).isEqualTo(200);
    assertThat(server.api().get("/leads").text("module")).isEqualTo("leads");
    assertThat(install("leads").status()).isEqualTo(201);
  }

  @Test
  @Order(9)
  void aNewBuildKeepsTheChoice() throws IOException {
    remove("leads");
    server.close();
    Files.writeString(build(), "the build before\n");
    server = NODE.start();
    assertThat(server.api().get("/leads").text("module")).isEqualTo("leads");
    install("leads");
    assertThat(server.admin().get("/leads?limit=1").json().get("items")).hasSize(1);
  }

  private static Path build() {
    return NODE.folder().resolve("build");
  }

  private static Answer install(String module) {
    return server.admin().post("/modules", Map.of("name", module));
  }

  private static Answer remove(String module) {
    return server.admin().delete("/modules/" + module);
  }

  private static String company() {
    var fields = Map.of("company_name", Fixture.unique("Company "));
    return Fixture.created(server.admin(), "/clients", fields).get("id").asText();
  }

  private static void more(Writers writers) {
    var wanted = writers.count() + 50;
    Wait.until("more is written", SOON, () -> writers.count() >= wanted);
  }
}
