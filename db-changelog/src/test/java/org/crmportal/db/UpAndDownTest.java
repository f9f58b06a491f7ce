package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.crmportal.migration.internal.Changelog;
import org.crmportal.migration.internal.ChangelogRunner;
import org.crmportal.testkit.ClasspathChangelogs;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class UpAndDownTest {

  private static final int ALL = Integer.MAX_VALUE;
  private static final String GRANTS =
      "SELECT coalesce(roles.name || ' ' || is_system, 'nobody') || ' ' || resource || ':' || action"
          + " FROM permissions LEFT JOIN role_permissions ON permission_id = permissions.id"
          + " LEFT JOIN roles ON role_id = roles.id ORDER BY 1";

  @Test
  void upDownAndUpAgainGivesTheSameSchema() throws SQLException {
    try (var database = TestDatabase.migrated()) {
      var source = database.dataSource();
      var before = everything(source);

      down(source);
      assertThat(Catalogue.of(source)).isEmpty();
      assertThat(
              Catalogue.query(
                  source,
                  "SELECT relname FROM pg_class WHERE relkind = 'r'"
                      + " AND relnamespace = 'public'::regnamespace"))
          .containsExactly("crm_changelog_state");

      up(source);
      assertThat(everything(source)).isEqualTo(before);
    }
  }

  @Test
  void theLastChangeOfEachFolderCanBeTakenBackByItself() throws SQLException {
    try (var database = TestDatabase.migrated()) {
      var source = database.dataSource();
      var runner = new ChangelogRunner(source);
      var before = everything(source);
      for (var changelog : reversed()) {
        if (changelog.folder().equals("functions")) {
          // everything else stands on them
          continue;
        }
        runner.rollback(changelog, 1);
        assertThat(everything(source)).as(changelog.folder()).isNotEqualTo(before);

        assertThat(runner.migrate(changelog)).isTrue();
        assertThat(everything(source)).as(changelog.folder()).isEqualTo(before);
      }
    }
  }

  private static List<String> everything(DataSource source) throws SQLException {
    var everything = new ArrayList<>(Catalogue.of(source));
    everything.addAll(Catalogue.query(source, GRANTS));
    return everything;
  }

  private static void up(DataSource source) {
    ClasspathChangelogs.inOrder().forEach(new ChangelogRunner(source)::migrate);
  }

  private static void down(DataSource source) {
    var runner = new ChangelogRunner(source);
    reversed().forEach(changelog -> runner.rollback(changelog, ALL));
  }

  private static List<Changelog> reversed() {
    var changelogs = new ArrayList<>(ClasspathChangelogs.inOrder());
    Collections.reverse(changelogs);
    return changelogs;
  }
}
