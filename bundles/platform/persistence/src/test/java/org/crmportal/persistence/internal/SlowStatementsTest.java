package org.crmportal.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowStatementsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select * from leads where id = ? and t1.a2 = $1 | select * from leads where id = ? and t1.a2 = $1",
        "select * from leads where email = 'ada''s@x.org' | select * from leads where email = ?",
        "select 1.5, -20, 'a' from t1 limit 10            | select ?, -?, ? from t1 limit ?",
        "select $$ secret $$, $x$ secret $x$              | select ?, ?",
      })
  void aStatementIsNamedWithoutItsValues(String sql, String named) {
    assertThat(SlowStatements.withoutValues(sql)).isEqualTo(named);
  }

  @Test
  void aLongValueIsLeftOutAsWell() {
    assertThat(SlowStatements.withoutValues("select '" + "it''s ".repeat(100_000) + "'"))
        .isEqualTo("select ?");
  }

  @Test
  void aLongOneIsCutAndStandsOnOneLine() {
    assertThat(SlowStatements.withoutValues("select\n  a,\n".repeat(500)))
        .startsWith("select a, select a,")
        .hasSizeLessThan(610)
        .doesNotContain("\n");
  }
}
