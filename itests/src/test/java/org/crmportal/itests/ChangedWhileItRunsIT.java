package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What operators change in etc/ of a running node is checked, and in force without a restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedWhileItRunsIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static CrmServer server;

  @BeforeAll
  static void start() {
    server = CrmNode.fresh().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void set(String pid, String key, String value) throws IOException {
    var file = etc(pid);
    var text = Files.readString(file);
    var lines = text.lines().filter(line -> !line.startsWith(key + " ")).toList();
    var changed = String.join("\n", lines) + "\n" + key + " = " + value + "\n";
    // Whole at once, as an editor does it: half a file would be read as one.
    var beside = Files.writeString(file.resolveSibling(pid + ".new"), changed);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path etc(String pid) {
    return server.node().folder().resolve("etc/" + pid + ".cfg");
  }

  private static boolean measures(String line) {
    return server.api().get("/metrics").body().lines().anyMatch(line::equals);
  }

  private static Answer note(int characters) {
    return server.admin().post("/leads", Map.of("last_name", "x".repeat(characters)));
  }

  @Test
  void thePoolGrowsAndShrinks() throws IOException {
    set("org.crmportal.pool", "max.connections", "21");
    Wait.until("larger", SOON, () -> measures("crm_pool_connections_max 21.0"));
    set("org.crmportal.pool", "max.connections", "3");
    Wait.until("smaller", SOON, () -> measures("crm_pool_connections_max 3.0"));

    Wait.until("it has no more", SOON, () -> connections() <= 3);
    assertThat(server.admin().get("/leads").status()).isEqualTo(200);
  }

  private static double connections() {
    return server
        .api()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("crm_pool_connections{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  @Test
  void aWrongValueNamesItsKeyAndTheOldOneStays() throws IOException {
    set("org.crmportal.rest", "body.kilobytes", "64");
    Wait.until("the limit is lower", SOON, () -> note(100_000).status() == 413);

    var line =
        "etc/org.crmportal.rest.cfg: body.kilobytes = plenty is not taken; 64 stays in force."
            + " Allowed is a whole number from 16 to 65536.";
    // A file saved in the moment in which the container takes the one before is not seen.
    Wait.until(
        "it is told",
        SOON,
        () -> {
          set("org.crmportal.rest", "body.kilobytes", "plenty");
          return server.log().contains(line);
        });
    assertThat(note(100_000).status()).isEqualTo(413);
    assertThat(server.log().split(java.util.regex.Pattern.quote(line), -1)).hasSize(2);

    set("org.crmportal.rest", "body.kilobytes", "1024");
    Wait.until("the limit is as before", SOON, () -> note(100_000).status() == 422);
  }

  @Test
  void aKeyThatDoesNotExistIsNamed() throws IOException {
    set("org.crmportal.pool", "max.conections", "10");

    Wait.until(
        "it is told",
        SOON,
        () ->
            server
                .log()
                .contains("etc/org.crmportal.pool.cfg: there is no setting max.conections"));
  }

  /** The last one: lines that are written while the log is set up anew may be lost. */
  @Test
  @Order(Integer.MAX_VALUE)
  void theLogTakesAnotherLevelAndRefusesANonsense() throws IOException {
    set("org.ops4j.pax.logging", "log4j2.rootLogger.level", "LOUD");
    Wait.until(
        "it is told",
        SOON,
        () -> server.log().contains("log4j2.rootLogger.level = LOUD is not taken; INFO stays"));

    // A quiet node has nothing to say of itself: each save is something.
    Wait.until(
        "it says more",
        SOON,
        () -> {
          set("org.ops4j.pax.logging", "log4j2.rootLogger.level", "DEBUG");
          return server.log().contains(" DEBUG ");
        });
  }

  @Test
  void slowRequestsAndStatementsAreNamedWithTheirRoute() throws IOException {
    set("org.crmportal.rest", "slow.request.milliseconds", "1");
    set("org.crmportal.pool", "slow.statement.milliseconds", "1");

    Wait.until(
        "both are named",
        SOON,
        () -> {
          server.admin().with("X-Request-Id", "slow-one").get("/leads?q=nobody");
          return server.log().contains("Slow request: GET /leads took")
              && server.log().contains("request slow-one")
              && server.log().matches("(?s).*Slow statement: \\d+ ms, /leads, request slow-one.*");
        });
    assertThat(server.log()).doesNotContain("nobody");
    set("org.crmportal.rest", "slow.request.milliseconds", "1000");
    set("org.crmportal.pool", "slow.statement.milliseconds", "500");
  }

  @Test
  void howOftenOneMayFailToSignInIsChanged() throws IOException {
    set("org.crmportal.signin", "failures", "2");

    Wait.until("the second failure is one too many", SOON, () -> failures() == 2);
  }

  private static int failures() {
    var email = java.util.UUID.randomUUID() + "@example.org";
    for (int i = 1; ; i++) {
      var login = Map.of("email", email, "password", "wrong, wrong, wrong");
      if (server.api().post("/auth/login", login).status() == 429) {
        return i - 1;
      }
    }
  }
}
