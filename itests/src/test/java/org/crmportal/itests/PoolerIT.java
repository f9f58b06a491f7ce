package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** Two nodes whose requests share five connections, transaction by transaction. */
class PoolerIT {

  private static final Duration SOON = Duration.ofMinutes(1);

  @Test
  void whatIsBoundToAConnectionGoesAroundThePooler() throws Exception {
    assertThat(Pooler.possible() || System.getenv("CI") == null).as("CI installs it").isTrue();
    assumeTrue(Pooler.possible(), "skipped: the package pgbouncer is not installed");
    var node = CrmNode.fresh();
    try (var database = PostgresServer.start(node.folder().resolve("external"));
        var pooler =
            Pooler.before(database, node.folder().resolveSibling(node.folder() + "-pool"));
        var one = node.on(database).with("CRM_DB_POOLER_URL", pooler.url()).start();
        var other = CrmNode.fresh().on(database).with("CRM_DB_POOLER_URL", pooler.url()).start()) {
      serve(one, other);
      aGrantTakenAwayIsHeardOnTheOther(one, other);
      Console.of(one).run("crm:verify").well();
      assertThat(connections(node)).isLessThanOrEqualTo(5L);
      assertThat(one.log() + other.log()).doesNotContain(" ERROR ");
    }
  }

  private static void serve(CrmServer one, CrmServer other) {
    try (var writers = new Writers(one.admin());
        var more = new Writers(other.admin())) {
      Wait.until("written", SOON, () -> writers.count() > 100 && more.count() > 100);
      assertThat(writers.wrong()).isEmpty();
      assertThat(writers.refusals() + more.refusals()).isZero();
    }
    var job = CsvUpload.people(500).done(one.admin(), "/leads");
    assertThat(job.text("rows_done")).isEqualTo("500");
  }

  /** LISTEN works, or the permission would stay in the other node's memory. */
  private static void aGrantTakenAwayIsHeardOnTheOther(CrmServer one, CrmServer other) {
    var ann = Person.who(one, "leads:read");
    var role = "/roles/" + one.admin().get(ann.path()).text("role_id") + "/permissions";
    var there = ann.api().at(other.address());
    assertThat(there.get("/leads").status()).isEqualTo(200);
    one.admin().put(role, List.of());
    Wait.until("in force", SOON, () -> there.get("/leads").status() == 403);
  }

  /** Those that the pooler has: the nodes' own wait for work of their own. */
  private static long connections(CrmNode node) throws SQLException {
    try (var database = NodeDatabase.of(node)) {
      var theirs = "pg_stat_activity WHERE datname = 'crm' AND query LIKE '%leads%'";
      return NodeDatabase.count(database, theirs + " AND pid <> pg_backend_pid()");
    }
  }
}
