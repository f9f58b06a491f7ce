package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three nodes that start at once on one empty database, and serve it together. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

  private static final Duration IN_FORCE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<CrmServer> SERVERS = new ArrayList<>();
  private static CrmNode first;
  private static PostgresServer database;
  private static Balancer balancer;

  @BeforeAll
  static void startAtOnce() throws Exception {
    first = CrmNode.fresh();
    database = PostgresServer.start(first.folder().resolve("external"));
    for (var node : List.of(first, CrmNode.fresh(), CrmNode.fresh())) {
      node.on(database).with("CRM_PROXIES", "127.0.0.1");
      SERVERS.add(node.launch());
    }
    SERVERS.forEach(CrmServer::awaitReady);
    balancer = new Balancer(SERVERS.stream().map(CrmServer::address).toList());
  }

  @AfterAll
  static void stop() throws Exception {
    balancer.close();
    SERVERS.forEach(CrmServer::close);
    database.close();
  }

  @Test
  @Order(1)
  void threeStartsAtOnceMakeOneSchemaAndOneAdministrator() throws SQLException {
    for (var server : SERVERS) {
      assertThat(server.log()).doesNotContain(" ERROR ");
    }
    try (var connection = NodeDatabase.of(first)) {
      assertThat(NodeDatabase.count(connection, "users")).isEqualTo(1);
      assertThat(NodeDatabase.count(connection, "roles")).isEqualTo(5);
    }
  }

  @Test
  @Order(2)
  void aTokenOfOneNodeIsGoodOnAllAndAChangeIsSeenAtOnce() {
    var served = new HashSet<String>();
    for (int i = 0; i < 20; i++) {
      var api = balanced();
      var lead = "/leads/" + Fixture.created(api, "/leads", Fixture.lead()).get("id").asText();
      var name = Fixture.unique("Changed ");
      var changed = api.patch(lead, Map.of("first_name", name));
      assertThat(changed.status()).isEqualTo(200);
      var read = api.get(lead);
      assertThat(read.text("first_name")).isEqualTo(name);
      var known = api.with("If-None-Match", changed.header("ETag")).get(lead);
      assertThat(known.status()).isEqualTo(304);
      assertThat(api.delete(lead).status()).isEqualTo(204);
      assertThat(api.get(lead).status()).isEqualTo(404);
      List.of(changed, read, known).forEach(answer -> served.add(answer.header(Balancer.NODE)));
    }
    assertThat(served).hasSize(3);
  }

  @Test
  @Order(3)
  void aRepeatedPostIsOneOnAllNodes() throws Exception {
    var threads = Executors.newFixedThreadPool(6);
    for (int i = 0; i < 20; i++) {
      var fields = Fixture.lead();
      var api = balanced().with("Idempotency-Key", Fixture.unique("key"));
      Callable<Answer> post = () -> api.post("/leads", fields);
      var ids = new HashSet<String>();
      for (var answer : threads.invokeAll(Collections.nCopies(6, post))) {
        assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(201);
        ids.add(answer.get().text("id"));
      }
      assertThat(ids).hasSize(1);
      var there = balanced().get("/leads?count=true&last_name=" + fields.get("last_name"));
      assertThat(there.text("total")).isEqualTo("1");
    }
    threads.shutdown();
  }

  @Test
  @Order(4)
  void theBalancerSaysWhoCalls() {
    var caller = balanced().with("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
    var lead = Fixture.created(caller, "/leads", Fixture.lead()).get("id").asText();
    var row = balanced().get("/audit-logs?resource_id=" + lead).json().get("items").get(0);
    assertThat(row.get("ip_address").asText()).isEqualTo("203.0.113.7");

    var guess = Map.of("email", CrmNode.ADMIN_EMAIL, "password", "a guess");
    for (int i = 0; i < 5; i++) {
      assertThat(caller.post("/auth/login", guess).status()).isEqualTo(401);
    }
    assertThat(Tokens.signIn(caller).status()).isEqualTo(429);
    assertThat(Tokens.signIn(balanced()).status()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void aGrantTakenAwayAndAUserPutOutAreInForceOnAllNodes() {
    var ann = Person.who(SERVERS.get(0), "leads:read");
    var admin = SERVERS.get(0).admin();
    var role = "/roles/" + admin.get(ann.path()).text("role_id") + "/permissions";
    everywhere(ann, 200);

    admin.put(role, List.of());
    everywhere(ann, 403);
    admin.put(role, List.of("leads:read"));
    everywhere(ann, 200);
    assertThat(admin.patch(ann.path(), Map.of("is_active", false)).status()).isEqualTo(200);
    everywhere(ann, 401);
  }

  /** It ends with a node less. */
  @Test
  @Order(6)
  void anImportIsTakenOverWhenItsNodeIsKilled() throws SQLException {
    var job = CsvUpload.job(CsvUpload.people(3_000).to(SERVERS.get(0).admin(), "/leads"));
    Wait.until(
        "some rows",
        PATIENCE,
        () -> SERVERS.get(0).admin().get("/jobs/" + job).json().get("rows_done").asInt() > 200);

    var runs = SERVERS.get(working(job));
    SERVERS.remove(runs);
    runs.kill();

    var ended = CsvUpload.end(SERVERS.get(0).admin(), job);
    assertThat(ended.text("status")).isEqualTo("succeeded");
    assertThat(ended.text("rows_done")).isEqualTo("3000");
    try (var connection = NodeDatabase.of(first)) {
      var imported = "leads WHERE first_name = 'Imported'";
      assertThat(NodeDatabase.count(connection, imported)).isEqualTo(3_000);
      var names = "(SELECT DISTINCT last_name FROM " + imported + ") n";
      assertThat(NodeDatabase.count(connection, names)).isEqualTo(3_000);
    }
  }

  @Test
  @Order(7)
  void whoeverCallsDoesNotNoticeThatANodeIsGone() {
    for (int i = 0; i < 12; i++) {
      Fixture.created(balanced(), "/leads", Fixture.lead());
    }
  }

  /** Which server has the job, by the process id that its node's name begins with. */
  private static int working(String job) throws SQLException {
    var pids = new HashMap<String, Integer>();
    for (int i = 0; i < SERVERS.size(); i++) {
      pids.put(Long.toString(SERVERS.get(i).process().pid()), i);
    }
    try (var connection = NodeDatabase.of(first);
        var select = connection.prepareStatement("SELECT node FROM jobs WHERE id = ?::uuid")) {
      select.setString(1, job);
      try (var row = select.executeQuery()) {
        row.next();
        return pids.get(row.getString("node").replaceAll("-.*", ""));
      }
    }
  }

  private static void everywhere(Person person, int status) {
    for (var server : SERVERS) {
      var there = person.api().at(server.address());
      Wait.until("" + status, IN_FORCE, () -> there.get("/leads").status() == status);
    }
  }

  private static Api balanced() {
    return SERVERS.get(0).admin().at(balancer.address());
  }
}
