package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whatever fails in a conversion, nothing is left of it. */
class ConversionFaultsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aFailingInsertOfTheClientLeavesNothing() throws Exception {
    leavesNothing("BEFORE INSERT ON clients", "NEW.company_name = '%2$s'");
  }

  @Test
  void aFailingActivityLeavesNothing() throws Exception {
    leavesNothing(
        "BEFORE INSERT ON activities", "NEW.entity_id = '%1$s' AND NEW.action = 'converted'");
  }

  @Test
  void aFailingCommitLeavesNothing() throws Exception {
    leavesNothing(
        "AFTER UPDATE ON leads DEFERRABLE INITIALLY DEFERRED",
        "NEW.id = '%1$s' AND NEW.status = 'converted'");
  }

  private void leavesNothing(String when, String condition) throws SQLException {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var id = lead.get("id").asText();
    var company = lead.get("company").asText();
    try (var database = NodeDatabase.of(server.node())) {
      fail(database, when, condition.formatted(id, company));
      try {
        assertThat(admin.post("/leads/" + id + "/convert", "").status())
            .isGreaterThanOrEqualTo(500);
      } finally {
        mend(database, when);
      }
      assertThat(admin.get("/leads/" + id).json()).isEqualTo(lead);
      assertThat(NodeDatabase.count(database, "clients WHERE company_name = '" + company + "'"))
          .isZero();
      assertThat(
              NodeDatabase.count(database, "contacts WHERE email = '" + text(lead, "email") + "'"))
          .isZero();
      assertThat(NodeDatabase.count(database, "activities WHERE entity_id = '" + id + "'"))
          .isEqualTo(1);
      assertThat(
              NodeDatabase.count(
                  database, "audit_logs WHERE changes::text LIKE '%" + company + "%'"))
          .isEqualTo(1);
    }
    assertThat(admin.post("/leads/" + id + "/convert", "").status()).isEqualTo(201);
  }

  private static void fail(Connection database, String when, String condition) throws SQLException {
    var kind = when.contains("DEFERRED") ? "CONSTRAINT TRIGGER" : "TRIGGER";
    execute(
        database,
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused by a test'; END $$",
        "CREATE %s refuse %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION refuse()"
            .formatted(kind, when, condition));
  }

  private static void mend(Connection database, String when) throws SQLException {
    var table = when.replaceAll(".* ON (\\w+).*", "$1");
    execute(database, "DROP TRIGGER refuse ON " + table, "DROP FUNCTION refuse()");
  }

  private static void execute(Connection database, String... statements) throws SQLException {
    try (var statement = database.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String text(JsonNode record, String field) {
    return record.get(field).asText();
  }
}
