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

class SeveralNodesTest {

  private static final String ONCE =
      "SELECT count(*) FROM databasechangelog_leads GROUP BY id, author, filename"
          + " HAVING count(*) > 1";

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

      assertOneSchema(database.dataSource());
    }
  }

  @Test
  void threeProcessesThatMigrateAtOnceMakeOneSchema() throws Exception {
    try (var database = TestDatabase.empty()) {
      var processes = new ArrayList<Process>();
      for (int i = 0; i < 3; i++) {
        processes.add(
            new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Node.class.getName(),
                    database.url(),
                    database.user())
                .inheritIO()
                .start());
      }
      for (var process : processes) {
        assertThat(process.waitFor()).isZero();
      }

      assertOneSchema(database.dataSource());
    }
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

  private static void assertOneSchema(DataSource source) throws SQLException {
    try (var expected = TestDatabase.migrated()) {
      assertThat(Catalogue.of(source)).isEqualTo(Catalogue.of(expected.dataSource()));
    }
    assertThat(Catalogue.query(source, ONCE)).isEmpty();
  }
}
