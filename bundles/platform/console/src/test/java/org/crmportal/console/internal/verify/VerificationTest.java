package org.crmportal.console.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.journal.Activity;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Damage of each kind is found, and nothing else. */
class VerificationTest {

  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.migrated();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void whatIsWholeIsWhole() throws SQLException {
    assertThat(broken()).isEmpty();
  }

  @Test
  void aReferenceThatIsLostIsFound() throws SQLException {
    around(
        "insert into activities (entity_type, entity_id, user_id, action)"
            + " values ('other', gen_random_uuid(), gen_random_uuid(), 'made')",
        "delete from activities",
        "references");
  }

  @Test
  void aGuardThatIsSwitchedOffIsFound() throws SQLException {
    around(
        "alter table audit_logs disable trigger tr_audit_logs_rows",
        "alter table audit_logs enable always trigger tr_audit_logs_rows",
        "schema",
        "audit");
  }

  private static void around(String damage, String repair, String... areas) throws SQLException {
    database.execute("set session_replication_role = replica; " + damage);
    try {
      assertThat(broken()).extracting(Finding::area).containsExactlyInAnyOrder(areas);
    } finally {
      database.execute("set session_replication_role = replica; " + repair);
    }
  }

  private static List<Finding> broken() throws SQLException {
    try (var connection = database.dataSource().getConnection()) {
      return new Verification(connection, nobody())
          .run(List.of(Activity.TYPE, Job.TYPE)).stream().filter(each -> !each.ok()).toList();
    }
  }

  /** A call that nobody looks at. */
  private static ConsoleCall nobody() {
    return (ConsoleCall)
        Proxy.newProxyInstance(
            ConsoleCall.class.getClassLoader(),
            new Class<?>[] {ConsoleCall.class},
            (proxy, method, arguments) -> null);
  }
}
