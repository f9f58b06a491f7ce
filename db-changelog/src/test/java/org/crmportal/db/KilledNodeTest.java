package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmportal.migration.internal.ChangelogRunner;
import org.crmportal.testkit.ClasspathChangelogs;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node that is killed in the middle of a migration does not stop the next one, which finishes by
 * itself, even while the database still executes what the dead one asked for.
 */
class KilledNodeTest {

  private static final long BOUND_SECONDS = 30;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public.databasechangelog_functions",
        "public.databasechangeloglock_auth",
        "public.roles",
        "public.idx_leads_stage",
        "public.project_profitability"
      })
  void killedWhileSomethingIsMade(String object) throws Exception {
    try (var database = TestDatabase.empty()) {
      try (var held = Held.where(database, object)) {
        killAndGoOn(database, held, object);
      }
      OneSchema.assertIn(database, object);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public.databasechangeloglock_clients",
        "public.databasechangelog_clients",
        "public.permissions",
        "public.crm_changelog_state"
      })
  void killedWhileARowIsWritten(String table) throws Exception {
    try (var database = TestDatabase.empty()) {
      try (var held = Held.whereARowIsWritten(database, table)) {
        killAndGoOn(database, held, table);
      }
      OneSchema.assertIn(database, table);
    }
  }

  private static void killAndGoOn(TestDatabase database, Held held, String where) throws Exception {
    var doomed = NodeProcess.start(database, Held.DOOMED);
    Waiting.until("it comes there", () -> held.isReached() || !doomed.isAlive());
    assertThat(doomed.isAlive()).isTrue();
    doomed.destroyForcibly().waitFor();

    var start = System.nanoTime();
    CompletableFuture.runAsync(() -> migrate(database)).get(BOUND_SECONDS, TimeUnit.SECONDS);

    var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    System.out.printf("killed at %s: the next node was through after %d ms%n", where, took);
    Waiting.until("the database gives the dead one up", () -> held.sessions("").isEmpty());
  }

  private static void migrate(TestDatabase database) {
    ClasspathChangelogs.inOrder().forEach(new ChangelogRunner(database.dataSource())::migrate);
  }
}
