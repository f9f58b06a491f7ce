package org.crmportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.crmportal.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

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
      textBlock =
          """
          Zoë Müller       | zoe muller
          ÉCOLE            | ecole
          Cafe\u0301       | cafe
          Straße           | strasse
          Łódź             | lodz
          ИВАНОВ           | иванов
          """)
  void aSearchIgnoresAccentsAndCase(String value, String expected) throws SQLException {
    assertThat(call("crm_search", value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +49 30 1234-567         | 49301234567
          0049 (30) 1234567       | 49301234567
          +49 (0)30 1234567       | 49301234567
          +49.30.1234567 ext. 89  | 49301234567
          (555) 123-4567 x12      | 5551234567
          030 1234567             | 301234567
          Fax 030/1234567         | 301234567
          0123                    |
          n/a                     |
          """)
  void aPhoneNumberIsTheSameInAnySpelling(String value, @Nullable String expected)
      throws SQLException {
    assertThat(call("crm_phone", value)).isEqualTo(expected);
  }

  @Test
  void aLeadIsFoundByNameAndByPhone() throws SQLException {
    database.execute("UPDATE leads SET phone = '+1 (555) 123-4567', company = 'Łódź Söhne'");

    assertThat(
            Catalogue.query(
                database.dataSource(),
                "SELECT 1 FROM leads WHERE search_text LIKE '%' || crm_search('ZOE lead') || '%'"
                    + " AND search_text LIKE '%' || crm_search('lodz sohne') || '%'"
                    + " AND search_text LIKE '%1234567%' AND phone_digits = '15551234567'"))
        .hasSize(1);
  }

  private static @Nullable String call(String function, String value) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var query = connection.prepareStatement("SELECT " + function + "(?)")) {
      query.setString(1, value);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
