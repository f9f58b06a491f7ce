package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * All that the ERD has is there, to the letter. Its catalogue is kept in {@code erd-catalogue.txt};
 * with the system property {@code erd.write} the second test writes it anew: {@code mvn test -pl
 * :crm-db-changelog -am -Derd.write=true}.
 */
class ErdTest {

  private static final Path ERD = Path.of("..", "..", "shared", "erd.sql");
  private static final Path KEPT =
      Path.of("src", "test", "resources", "org", "crmportal", "db", "erd-catalogue.txt");

  @Test
  void everythingInTheErdIsThere() throws SQLException {
    try (var database = TestDatabase.migrated()) {
      var erd = Catalogue.resource("erd-catalogue.txt").lines().toList();

      assertThat(erd).filteredOn(line -> line.startsWith("table ")).hasSize(18);
      assertThat(erd).filteredOn(line -> line.matches("view \\w+")).hasSize(2);
      assertThat(Catalogue.of(database.dataSource())).containsAll(erd);
    }
  }

  @Test
  void theKeptCatalogueIsTheErds() throws SQLException, IOException {
    assumeTrue(Files.exists(ERD), "the ERD's own SQL is beside the repository");
    try (var database = TestDatabase.empty()) {
      database.execute(Files.readString(ERD));
      var erd = Catalogue.of(database.dataSource());
      if (Boolean.getBoolean("erd.write")) {
        Files.write(KEPT, erd);
      }

      assertThat(Files.readAllLines(KEPT)).isEqualTo(erd);
    }
  }

  @Test
  void theErdsRolesAreThere() throws SQLException {
    try (var database = TestDatabase.migrated()) {
      assertThat(
              Catalogue.query(
                  database.dataSource(),
                  "SELECT name || ': ' || description FROM roles ORDER BY 1"))
          .isEqualTo(
              List.of(
                  "admin: Full system access",
                  "finance: Billing and invoicing",
                  "manager: Team and pipeline management",
                  "sales: Lead and client management",
                  "support: Ticket management"));
    }
  }
}
