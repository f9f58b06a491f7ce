package org.crmportal.console.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import org.crmportal.platform.check.DataCheck;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.journal.Activity;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Damage of each kind is found, and nothing else. */
class VerificationTest {

  private static final DataCheck MODULE =
      new DataCheck() {
        @Override
        public String area() {
          return "sales";
        }

        @Override
        public List<Rule> rules() {
          return List.of(new Rule("leads that were made up", "select last_name from leads"));
        }
      };

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
  void whatIsBrokenIsNamedByItsIdOrElseByWhereItLies() throws SQLException {
    database.execute(
        """
        alter table leads drop constraint ck_leads_score;
        insert into leads (id, first_name, last_name, score, estimated_value)
          values ('00000000-0000-0000-0000-000000000007', 'Ada', 'Lovelace', 101, 'NaN');
        alter table leads add constraint ck_leads_score check (score between 0 and 100) not valid;
        set session_replication_role = replica;
        insert into role_permissions (role_id, permission_id)
          values (gen_random_uuid(), gen_random_uuid());
        """);
    try {
      var problems = broken().stream().map(each -> each.area() + " " + each.problem()).toList();
      assertThat(problems)
          .contains("schema found 1: leads.ck_leads_score")
          .contains("rules found 1: 00000000-0000-0000-0000-000000000007")
          .contains("amounts found 1: 00000000-0000-0000-0000-000000000007")
          .anyMatch(each -> each.matches("references found 1: \\(\\d+,\\d+\\)"));
    } finally {
      database.execute(
          """
          delete from leads;
          delete from role_permissions p where not exists (select from roles where id = p.role_id);
          alter table leads validate constraint ck_leads_score;
          """);
    }
  }

  @Test
  void whatBreaksAModulesOwnRuleIsNamed() throws SQLException {
    database.execute(
        "insert into leads (first_name, last_name) select 'Ada', 'Lead ' || n"
            + " from generate_series(1, 4) n");
    try {
      assertThat(broken())
          .extracting(Finding::area, Finding::subject, Finding::problem)
          .containsExactly(
              tuple("sales", "leads that were made up", "found 4: Lead 1, Lead 2, Lead 3, …"));
    } finally {
      database.execute("delete from leads");
    }
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
          .run(List.of(Activity.TYPE, Job.TYPE), List.of(MODULE)).stream()
              .filter(each -> !each.ok())
              .toList();
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
