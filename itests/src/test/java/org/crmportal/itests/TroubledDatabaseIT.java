package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** A database that is there and does not serve: every caller gets an answer, and all comes back. */
class TroubledDatabaseIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration BOUND = Duration.ofSeconds(25);

  @Test
  void aDatabaseThatAcceptsAndNeverAnswersIsGivenUp() throws Exception {
    var node = CrmNode.fresh();
    try (var database = PostgresServer.start(node.folder().resolve("external"));
        var wire = new Wire(port(database))) {
      node.on(database).with("CRM_DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/crm");
      try (var server = node.start();
          var writers = new Writers(server.admin())) {
        served(writers);
        wire.hold();
        refused(writers);
        assertThat(server.api().get("/health/live").status()).isEqualTo(200);
        assertThat(server.api().get("/health/ready").status()).isEqualTo(503);
        wire.release();
        served(writers);
        ended(server, writers, "half open");
        assertThat(writers.longest()).isLessThan(SILENCE);
        assertThat(server.log()).contains("The database is silent");
      }
    }
  }

  @Test
  void requestsThatFindNoConnectionAreRefused() throws Exception {
    var node = CrmNode.fresh();
    try (var database = PostgresServer.start(node.folder().resolve("external"))) {
      node.on(database);
      try (var server = node.start();
          var lock = NodeDatabase.of(node);
          var writers = new Writers(server.admin())) {
        served(writers);
        lock.setAutoCommit(false);
        lock.createStatement().execute("LOCK TABLE leads IN ACCESS EXCLUSIVE MODE");
        var readers = read(server.admin(), 40);
        assertThat(readers).containsOnly(503);
        refused(writers);
        lock.rollback();
        served(writers);
        ended(server, writers, "pool exhausted");
      }
    }
  }

  @Test
  void aFullDiskRefusesAndAnEmptiedOneGoesOn() throws Exception {
    assumeTrue(SmallDisk.possible(), "skipped: only root may mount a small disk");
    var node = CrmNode.fresh();
    try (var disk = SmallDisk.mount(node.folder().resolveSibling(node.folder() + "-disk"), 400);
        var database = PostgresServer.start(disk.folder().resolve("external"))) {
      node.on(database);
      try (var server = node.start();
          var writers = new Writers(server.admin())) {
        served(writers);
        disk.fill();
        refused(writers);
        disk.empty();
        served(writers);
        ended(server, writers, "disk full");
        try (var connection = NodeDatabase.of(node)) {
          everythingAcknowledgedIsThere(connection, writers);
        }
      }
    }
  }

  private static int port(PostgresServer database) {
    return Integer.parseInt(database.url().replaceAll(".*:(\\d+)/.*", "$1"));
  }

  private static void served(Writers writers) {
    int before = writers.count();
    Wait.until("leads are written", PATIENCE, () -> writers.count() > before + 50);
  }

  /** Every client has been refused at least once. */
  private static void refused(Writers writers) {
    long before = writers.refusals();
    Wait.until("clients are refused", PATIENCE, () -> writers.refusals() >= before + Writers.COUNT);
  }

  private static List<Integer> read(Api admin, int count) throws Exception {
    var threads = Executors.newFixedThreadPool(count);
    try {
      Callable<Integer> get = () -> admin.get("/leads?limit=1").status();
      var statuses = new ArrayList<Integer>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(count, get))) {
        statuses.add(future.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void ended(CrmServer server, Writers writers, String trouble) {
    writers.stop();
    System.out.printf(
        "%s: %d leads, %d times 503, longest answer %s%n",
        trouble, writers.count(), writers.refusals(), writers.longest());
    assertThat(writers.wrong()).isEmpty();
    assertThat(writers.longest()).isLessThan(BOUND);
    assertThat(server.log()).contains("The database does not serve");
  }

  private static void everythingAcknowledgedIsThere(Connection database, Writers writers)
      throws Exception {
    for (var lead : writers.acknowledged()) {
      assertThat(NodeDatabase.count(database, "leads WHERE last_name = '" + lead.name() + "'"))
          .isEqualTo(1);
    }
  }
}
