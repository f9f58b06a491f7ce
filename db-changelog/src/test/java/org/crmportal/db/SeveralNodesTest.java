package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.crmportal.migration.internal.ChangelogRunner;
import org.crmportal.testkit.ClasspathChangelogs;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** {@code -Dcrm.rounds=20} races more often than the few times of an ordinary run. */
class SeveralNodesTest {

  private static final int ROUNDS = Integer.getInteger("crm.rounds", 3);

  @Test
  void threeThreadsThatMigrateAtOnceMakeOneSchema() throws Exception {
    try (var database = TestDatabase.empty()) {
      var ready = new CountDownLatch(3);
      var threads = Executors.newFixedThreadPool(3);
      var nodes = new ArrayList<Future<?>>();
      for (int i = 0; i < 3; i++) {
        nodes.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  migrate(database.dataSource());
                  return true;
                }));
      }
      threads.shutdown();
      finish(nodes);

      OneSchema.assertIn(database, "three threads");
    }
  }

  @Test
  void threeProcessesThatMigrateAtOnceMakeOneSchema() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      try (var database = TestDatabase.empty()) {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
          processes.add(NodeProcess.start(database, "node-" + i));
        }
        for (var process : processes) {
          assertThat(process.waitFor()).as("round " + round).isZero();
        }
        OneSchema.assertIn(database, "round " + round);
      }
    }
    System.out.println("Three processes migrated " + ROUNDS + " empty databases at once");
  }

  @Test
  void theLockOfANodeThatWasKilledHoldsNobodyUp() throws SQLException {
    try (var database = TestDatabase.migrated()) {
      database.execute(
          "UPDATE databasechangeloglock_leads SET locked = true, lockgranted = now(),"
              + " lockedby = 'a node that was killed'; DELETE FROM crm_changelog_state");

      migrate(database.dataSource());

      assertThat(
              Catalogue.query(
                  database.dataSource(), "SELECT locked FROM databasechangeloglock_leads"))
          .containsExactly("f");
    }
  }

  @Test
  void aStartWithNothingToDoLeavesLiquibaseAlone() {
    try (var database = TestDatabase.migrated()) {
      var runner = new ChangelogRunner(database.dataSource());

      assertThat(ClasspathChangelogs.inOrder()).noneMatch(runner::migrate);
    }
  }

  private static void migrate(DataSource source) {
    ClasspathChangelogs.inOrder().forEach(new ChangelogRunner(source)::migrate);
  }

  private static void finish(Iterable<Future<?>> nodes)
      throws ExecutionException, InterruptedException {
    for (var node : nodes) {
      node.get();
    }
  }
}
