package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
    shop.run(
        """
        INSERT INTO deals (title, city, notes, phone) VALUES
        ('Zoë Müller', 'Köln', '50%_off \\ now', '+49 (0)30 1234-56'),
        ('Bob Miller', 'Bern', null, '030 / 777 888 99'),
        ('Nobody', null, null, null)
        """);
    shop.run("INSERT INTO firms (id, name) VALUES (gen_random_uuid(), 'Ärger 0049-30/4711 AG')");
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          muller             | Zoë Müller
          MÜLLER zoe         | Zoë Müller
          koln Zoë           | Zoë Müller
          müller bern        |
          0%_o               | Zoë Müller
          %                  | Zoë Müller
          _                  | Zoë Müller
          \\                 | Zoë Müller
          +49 30 123456      | Zoë Müller
          0049 (30) 12 34 56 | Zoë Müller
          +49 (0)30 123456   | Zoë Müller
          030 123456         | Zoë Müller
          3456               | Zoë Müller
          zoe 030/123456     | Zoë Müller
          030 77788899       | Bob Miller
          +49 30 777-888-99  | Bob Miller
          (030) 777 888 99   | Bob Miller
          999999999          |
          o                  | Bob Miller,Nobody,Zoë Müller
          """)
  void everyWordMustBeThere(String q, String titles) {
    var query = ListQuery.ALL.search(q).sortedBy("title");
    var found = shop.asSystem(() -> shop.records.find(Deal.TYPE, query)).items();

    assertThat(String.join(",", found.stream().map(Deal::title).toList()))
        .isEqualTo(titles == null ? "" : titles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arger", "ÄRGER ag", "0304711", "+49 30 4711"})
  void aTableWithoutASearchColumnIsSearchedToo(String q) {
    var page = shop.asSystem(() -> shop.records.find(Firm.TYPE, ListQuery.ALL.search(q)));

    assertThat(page.items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0", "1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l"})
  void whatCannotBeSearchedIsRefused(String q) {
    refused(Deal.TYPE, q);
  }

  @Test
  void textThatIsTooLongOrHasNoColumnIsRefused() {
    refused(Deal.TYPE, "x".repeat(201));
    var mute = RecordType.of("firm", Firm.class, Firm.Draft.class).build();
    refused(mute, "x");
  }

  private static void refused(RecordType<?, ?> type, String q) {
    assertThatThrownBy(() -> shop.asSystem(() -> shop.records.find(type, ListQuery.ALL.search(q))))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.violations().get(0).field()).isEqualTo("q"));
  }
}
