package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

class ChecksTest {

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestDatabase.migrated();
    database.execute(Catalogue.resource("one-of-each.sql"));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          users         | email                 | 'nobody'
          users         | email                 | 'no body@example.com'
          users         | email                 | 'nobody@example'
          leads         | email                 | 'a@b@example.com'
          leads         | email                 | ''
          clients       | primary_contact_email | '@example.com'
          contacts      | email                 | 'example.com'
          leads         | status                | 'won'
          leads         | stage                 | 'closed'
          leads         | stage_before_lost     | 'closed_lost'
          leads         | score                 | -1
          leads         | score                 | 101
          leads         | estimated_value       | -0.01
          clients       | status                | 'Active'
          clients       | credit_limit          | -1
          projects      | status                | 'done'
          projects      | priority              | 'urgent'
          projects      | budget                | -1
          projects      | actual_cost           | -1
          tasks         | status                | 'open'
          tasks         | priority              | 'normal'
          tasks         | estimated_hours       | 0
          tasks         | actual_hours          | -1
          timesheets    | status                | 'open'
          timesheets    | hours                 | 0
          timesheets    | hours                 | 24.01
          tickets       | status                | 'new'
          tickets       | priority              | 'urgent'
          tickets       | category              | 'other'
          tickets       | channel               | 'fax'
          invoices      | status                | 'void'
          invoices      | subtotal              | -1
          invoices      | tax_amount            | -1
          invoices      | discount_amount       | -1
          invoices      | total_amount          | -1
          invoices      | amount_paid           | -1
          invoice_items | quantity              | 0
          invoice_items | unit_price            | -0.01
          invoice_items | amount                | -1
          invoice_items | tax_rate              | 100.01
          invoice_items | tax_rate              | -1
          payments      | amount                | 0
          payments      | payment_method        | 'shells'
          documents     | file_size             | -1
          jobs          | status                | 'done'
          """)
  void aValueOutsideItsRangeIsRefused(String table, String column, String value) {
    assertThatThrownBy(() -> database.execute(update(table, column, value)))
        .hasMessageContaining("ck_" + table + "_" + column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          leads         | email                 | 'Zoë.O''Hara+crm@sub.example.co.uk'
          leads         | email                 | null
          leads         | source                | 'trade fair'
          leads         | score                 | 100
          leads         | estimated_value       | 0
          clients       | payment_terms         | 'net_14'
          tasks         | estimated_hours       | 0.25
          timesheets    | hours                 | 24
          invoices      | total_amount          | 0
          invoice_items | tax_rate              | 100
          invoice_items | unit_price            | 0
          activities    | entity_type           | 'an extension''s record'
          activities    | action                | 'hugged'
          tickets       | channel               | null
          """)
  void aValueAtTheEdgeOrOfAnOpenListIsTaken(String table, String column, String value)
      throws SQLException {
    database.execute(update(table, column, value));

    assertThat(
            Catalogue.query(
                database.dataSource(),
                "SELECT 1 FROM %s WHERE %s IS NOT DISTINCT FROM %s"
                    .formatted(table, column, value)))
        .hasSize(1);
  }

  @Test
  void twoUsersCannotShareAnEmailInAnySpelling() {
    assertThatThrownBy(
            () ->
                database.execute(
                    "INSERT INTO users (email, password_hash, full_name)"
                        + " VALUES ('USER@Example.com', 'x', 'Second')"))
        .hasRootCauseInstanceOf(PSQLException.class)
        .hasMessageContaining("uq_users_email_lower");
  }

  @Test
  void aClientHasOneLivePrimaryContact() {
    assertThatThrownBy(
            () ->
                database.execute(
                    "INSERT INTO contacts (client_id, name, is_primary)"
                        + " SELECT id, 'Second', true FROM clients"))
        .hasMessageContaining("uq_contacts_primary");
    database.execute(
        "INSERT INTO contacts (client_id, name, is_primary, deleted_at)"
            + " SELECT id, 'Gone', true, now() FROM clients");
  }

  private static String update(String table, String column, String value) {
    return "UPDATE %s SET %s = %s".formatted(table, column, value);
  }
}
