package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/**
 * The JVM and PostgreSQL are killed while sixteen clients write. {@code -Dcrm.kills=10} kills more
 * often than the few times of an ordinary run.
 */
class KilledIT {

  private static final int KILLS = Integer.getInteger("crm.kills", 2);
  private static final int ENOUGH = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final String HALF =
      "leads l WHERE 1 <> (SELECT count(*) FROM %1$s j WHERE j.%2$s_type = 'lead'"
          + " AND j.%2$s_id = l.id AND j.action = 'created')";
  private static final String STRAY =
      "%1$s j WHERE j.%2$s_type = 'lead'"
          + " AND NOT EXISTS (SELECT FROM leads l WHERE l.id = j.%2$s_id)";

  @Test
  void aKilledJvmLosesNothingThatItAcknowledged() throws Exception {
    var node = CrmNode.fresh();
    var known = new ArrayList<Writers.Lead>();
    for (int kill = 0; kill < KILLS; kill++) {
      try (var server = node.start();
          var writers = new Writers(server.admin())) {
        Wait.until("leads are written", PATIENCE, () -> writers.count() >= ENOUGH);
        server.kill();
        writers.stop();
        assertThat(writers.wrong()).isEmpty();
        known.addAll(writers.acknowledged());
        try (var again = node.start()) {
          known.addAll(repeated(again.admin(), writers.open()));
          isWhole(node, known);
        }
      }
    }
    System.out.println("JVM killed " + KILLS + " times: " + known.size() + " leads, all there");
  }

  @Test
  void aKilledEmbeddedDatabaseIsBackByItself() throws Exception {
    var node = CrmNode.fresh();
    killDatabase(node, () -> embedded(node));
  }

  @Test
  void aKilledExternalDatabaseIsWaitedFor() throws Exception {
    var node = CrmNode.fresh();
    try (var database = PostgresServer.start(node.folder().resolve("external"))) {
      node.on(database);
      killDatabase(node, database::process);
    }
  }

  private static void killDatabase(CrmNode node, Supplier<ProcessHandle> database)
      throws SQLException {
    try (var server = node.start();
        var writers = new Writers(server.admin())) {
      var outages = new ArrayList<Duration>();
      for (int kill = 0; kill < KILLS; kill++) {
        int before = writers.count();
        Wait.until("leads are written", PATIENCE, () -> writers.count() >= before + ENOUGH);
        outages.add(outage(writers, database));
      }
      writers.stop();
      assertThat(writers.wrong()).isEmpty();
      assertThat(writers.longest()).isLessThan(BOUND);
      var known = writers.acknowledged();
      known.addAll(repeated(server.admin(), writers.open()));
      isWhole(node, known);
      System.out.printf(
          "database killed %d times: back after %s, %d leads, %d times 503, longest answer %s%n",
          KILLS, outages, known.size(), writers.refusals(), writers.longest());
    }
  }

  /** Kills the database, and returns how long it took until a client was served again. */
  private static Duration outage(Writers writers, Supplier<ProcessHandle> database) {
    var killed = database.get();
    var start = Instant.now();
    killed.destroyForcibly();
    killed.onExit().join();
    // What was on its way may still be acknowledged: one more for each client is a new one.
    int before = writers.count();
    Wait.until("leads are written again", PATIENCE, () -> writers.count() > before + Writers.COUNT);
    return Duration.between(start, Instant.now());
  }

  private static ProcessHandle embedded(CrmNode node) {
    try {
      var file = node.folder().resolve("postgresql/data/postmaster.pid");
      var pid = Files.readAllLines(file).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Repeats what was not acknowledged, with the same keys. */
  private static List<Writers.Lead> repeated(Api admin, List<Writers.Lead> open) {
    for (var lead : open) {
      var answer = admin.with("Idempotency-Key", lead.key()).post("/leads", lead.fields());
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
    return open;
  }

  /** Every known lead is there once, and each one has its audit row and its activity. */
  private static void isWhole(CrmNode node, List<Writers.Lead> known) throws SQLException {
    try (var database = NodeDatabase.of(node);
        var names = database.prepareStatement("SELECT count(*) FROM leads WHERE last_name = ?")) {
      for (var lead : known) {
        names.setString(1, lead.name());
        try (var rows = names.executeQuery()) {
          rows.next();
          assertThat(rows.getInt(1)).as(lead.toString()).isEqualTo(1);
        }
      }
      assertThat(NodeDatabase.count(database, "leads")).isEqualTo(known.size());
      for (var check : List.of(HALF, STRAY)) {
        for (var from :
            List.of(
                check.formatted("audit_logs", "resource"),
                check.formatted("activities", "entity"))) {
          assertThat(NodeDatabase.count(database, from)).as(from).isZero();
        }
      }
    }
  }
}
