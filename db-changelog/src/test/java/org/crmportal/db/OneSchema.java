package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.crmportal.testkit.ClasspathChangelogs;
import org.crmportal.testkit.TestDatabase;

/** What a database holds when it was migrated by one node, undisturbed. */
final class OneSchema {

  private static final String CHANGES =
      "SELECT '%1$s ' || id FROM databasechangelog_%1$s ORDER BY 1";
  private static final String GRANTS =
      "SELECT roles.name || ' ' || resource || ':' || action FROM roles"
          + " JOIN role_permissions ON role_id = roles.id"
          + " JOIN permissions ON permission_id = permissions.id ORDER BY 1";

  private OneSchema() {}

  /** Tables, the rows that changes have made, and every change as done exactly once. */
  static void assertIn(TestDatabase database, String after) throws SQLException {
    try (var expected = TestDatabase.migrated()) {
      assertThat(everything(database)).as(after).isEqualTo(everything(expected));
    }
  }

  private static List<String> everything(TestDatabase database) throws SQLException {
    var source = database.dataSource();
    var everything = new ArrayList<>(Catalogue.of(source));
    everything.addAll(Catalogue.query(source, GRANTS));
    for (var changelog : ClasspathChangelogs.inOrder()) {
      everything.addAll(Catalogue.query(source, CHANGES.formatted(changelog.folder())));
    }
    everything.addAll(Catalogue.query(source, "SELECT folder FROM crm_changelog_state ORDER BY 1"));
    return everything;
  }
}
