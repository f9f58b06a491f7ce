package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Changes on one of two nodes, told on the other; and all that ends a stream or interrupts it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveNodesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  private static PostgresServer database;
  private static Wire wire;
  private static CrmServer first;
  private static CrmServer second;

  @BeforeAll
  static void start() throws Exception {
    var node = CrmNode.fresh();
    database = PostgresServer.start(node.folder().resolve("external"));
    first = node.on(database).start();
    wire = new Wire(URI.create(database.url().substring("jdbc:".length())).getPort());
    var url = "jdbc:postgresql://127.0.0.1:" + wire.port() + "/crm";
    second = CrmNode.fresh().on(database).with("CRM_DB_URL", url).start();
  }

  @AfterAll
  static void stop() throws Exception {
    second.close();
    first.close();
    wire.close();
    database.close();
  }

  @Test
  @Order(1)
  void aChangeOnOneNodeIsToldOnTheOther() {
    var ann = Person.who(first, "leads:read_own");
    try (var there = ann.api().at(second.address()).events();
        var here = first.admin().events()) {
      var foreign = lead(first, Map.of());
      var lead = lead(first, Map.of("assigned_to", ann.id()));
      there.await("created", lead);
      assertThat(there.heard("created", foreign)).isFalse();

      second.admin().patch("/leads/" + lead, Map.of("status", "contacted"));
      here.await("status_changed", lead);
      second.admin().delete("/leads/" + lead);
      here.await("deleted", lead);
      there.await("deleted", lead);
    }
  }

  @Test
  @Order(2)
  void streamsHaveNoThreadAndAreCounted() throws IOException {
    var open = new ArrayList<Events>();
    var others = Person.who(first, "leads:read");
    second.admin().events().close();
    int before = threads();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(others.api().at(second.address()).events());
      }
      Wait.until("counted", PATIENCE, () -> metric("crm_live_streams") >= 20);
      // The workers of the web server come and go; a thread for each would be 20 more.
      assertThat(threads()).isLessThan(before + 10);
      assertThat(metric("crm_http_requests_in_flight")).isLessThan(5);
    } finally {
      open.forEach(Events::close);
    }
    Wait.until(
        "all known to have gone",
        PATIENCE,
        () -> {
          lead(first, Map.of());
          return metric("crm_live_streams") == 0;
        });
    // That a reader goes away is no error.
    assertThat(second.log()).doesNotContain("GET /events took", "UT005088");
  }

  @Test
  @Order(3)
  void whoDoesNotReadIsCutOff() throws IOException {
    try (var deaf = new Socket()) {
      deaf.setReceiveBufferSize(4096);
      var port = second.address().getPort();
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var token = Tokens.of(Tokens.signIn(second.api())).access();
      var request =
          "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      deaf.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      Wait.until("open", PATIENCE, () -> metric("crm_live_streams") >= 1);
      var leads = new ArrayList<String>();
      for (int i = 0; i < 150; i++) {
        leads.add(lead(first, Map.of()));
      }
      var rounds = new int[1];
      Wait.until(
          "cut off",
          Duration.ofMinutes(3),
          () -> {
            var body = Map.of("ids", leads, "notes", "round " + rounds[0]++);
            assertThat(first.admin().post("/leads/bulk/update", body).status()).isEqualTo(200);
            return metric("crm_live_streams") == 0;
          });
    }
  }

  @Test
  @Order(4)
  void afterAnOutageOfTheDatabaseEverybodyIsToldToLoadAgain() {
    var ann = Person.who(first, "leads:read");
    try (var events = ann.api().at(second.address()).events()) {
      events.await("created", lead(first, Map.of()));
      wire.hold();
      var unheard = lead(first, Map.of());
      Wait.until("given up", PATIENCE, () -> second.log().contains("neither heard nor told"));
      wire.release();

      Wait.until("resync", PATIENCE, () -> events.heard().stream().anyMatch(LiveNodesIT::all));
      assertThat(events.over()).isFalse();
      events.await("created", lead(first, Map.of()));
      assertThat(events.heard("created", unheard)).isFalse();
    }
  }

  @Test
  @Order(5)
  void aModuleThatGoesAndComesIsSaid() {
    try (var events = second.admin().events()) {
      assertThat(second.admin().delete("/modules/clients").status()).isLessThan(300);
      events.await("portal");
      assertThat(events.over()).isFalse();
    }
  }

  @Test
  @Order(6)
  void aStreamEndsWithItsBundleAndItsServer() {
    try (var events = second.admin().events()) {
      Console.of(second).run("bundle:stop crm-live").well();
      events.awaitEnd(AT_ONCE);
      assertThat(second.admin().get("/events").status()).isEqualTo(503);
      Console.of(second).run("bundle:start crm-live").well();
      Wait.until("back", PATIENCE, () -> second.admin().get("/events").status() == 200);
    }
    var open = new ArrayList<Events>();
    for (int i = 0; i < 10; i++) {
      open.add(second.admin().events());
    }
    second.process().destroy();
    List.copyOf(open).forEach(events -> events.awaitEnd(AT_ONCE));
    assertThat(second.exitStatus()).isIn(0, 143);
  }

  private static boolean all(Events.Event event) {
    return event.name().equals("resync") && event.data().isEmpty();
  }

  private static String lead(CrmServer server, Map<String, Object> more) {
    var fields = Fixture.lead();
    fields.putAll(more);
    return Fixture.created(server.admin(), "/leads", fields).get("id").asText();
  }

  private static int threads() {
    return (int) metric("jvm_threads_current");
  }

  private static double metric(String name) {
    return second
        .api()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}
