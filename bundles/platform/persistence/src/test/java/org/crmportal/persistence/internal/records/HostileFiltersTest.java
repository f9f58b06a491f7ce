package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileFiltersTest {

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
    shop.run("INSERT INTO deals (title, score) SELECT 'deal', i FROM generate_series(1, 5) i");
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stage==old             | stage
          stage=gt=new           | stage
          stage==NEW             | stage
          score==x               | score
          score==2147483648      | score
          score==*               | score
          amount==1e99           | amount
          amount==NaN            | amount
          open==yes              | open
          due_date==2026-02-30   | due_date
          due_date=gt=+99999-01-01 | due_date
          seen_at==yesterday     | seen_at
          assigned_to==1-1-1-1-1 | assigned_to
          ratings==x             | ratings
          watchers==x            | watchers
          metadata==1            | metadata
          metadata=gt=1          | metadata
          tags=gt=1              | tags
          search_text==x         | search_text
          ghost==1               | ghost
          id.x==1                | id.x
          metadata.==1           | metadata.
          title                  | filter
          title=                 | filter
          title=like=x           | filter
          ()                     | filter
          title==a b             | filter
          """)
  void aWrongOneIsNamed(String filter, String named) {
    assertThat(refused(ListQuery.ALL.matching(filter))).isEqualTo(named);
  }

  @Test
  void wrongParametersAndColumnsOfTheOrderAreNamed() {
    assertThat(refused(ListQuery.ALL.where("score", "x"))).isEqualTo("score");
    assertThat(refused(ListQuery.ALL.where("ghost", "x"))).isEqualTo("ghost");
    assertThat(refused(ListQuery.ALL.where("title", "\0"))).isEqualTo("title");
    assertThat(refused(ListQuery.ALL.where("metadata.a", "\ud800"))).isEqualTo("metadata.a");
    assertThat(refused(ListQuery.ALL.where("metadata.\0", "a"))).isEqualTo("metadata.\0");
    assertThat(refused(ListQuery.ALL.sortedBy("ghost"))).isEqualTo("sort");
    assertThat(refused(ListQuery.ALL.sortedBy("title", "-title"))).isEqualTo("sort");
    assertThat(refused(ListQuery.ALL.sortedBy("title desc; drop table deals"))).isEqualTo("sort");
    assertThat(refused(ListQuery.ALL.sortedBy(""))).isEqualTo("sort");
    assertThat(refused(ListQuery.ALL.sortedBy("--title"))).isEqualTo("sort");
  }

  @Test
  void hugeExpressionsAreRefusedBeforeTheyAreRead() {
    var deep = "(".repeat(10_000) + "score==1" + ")".repeat(10_000);
    var longs = "score==1;".repeat(10_000) + "score==1";
    var many = "score==1;".repeat(500) + "score==1";
    var values = "score=in=(" + "1,".repeat(2_000) + "1)";

    for (var filter : List.of(deep, longs, many, " ", "")) {
      assertThat(refused(ListQuery.ALL.matching(filter))).isEqualTo("filter");
    }
    assertThat(refused(ListQuery.ALL.matching(values))).isEqualTo("score");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noiseIsRefusedOrFindsSomething(long seed) {
    var random = new Random(seed);
    var parts =
        List.of(
            "score",
            "title",
            "metadata.k",
            "==",
            "!=",
            "=gt=",
            "=in=",
            "=",
            "(",
            ")",
            ";",
            ",",
            "\"",
            "'",
            "\\",
            "*",
            "%",
            "_",
            "1",
            "null",
            "x",
            "-- ",
            "$1",
            "?",
            "{",
            "\0",
            "\ud800",
            "é",
            " ",
            "~",
            "<",
            "!",
            "--",
            "/*",
            "::int",
            "\n");
    for (int i = 0; i < 700; i++) {
      var noise = new StringBuilder(random.nextBoolean() ? "score==1;title==" : "");
      random
          .ints(random.nextInt(1, 9), 0, parts.size())
          .mapToObj(parts::get)
          .forEach(noise::append);
      var query = ListQuery.ALL.matching(noise.toString());
      var thrown = catchThrowable(() -> find(query));
      if (thrown != null) {
        assertThat(thrown)
            .as(noise.toString())
            .isInstanceOfSatisfying(
                CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST));
      }
    }
  }

  private static Page<Deal> find(ListQuery query) {
    return shop.asSystem(() -> shop.records.find(Deal.TYPE, query));
  }

  private static String refused(ListQuery query) {
    var named = new String[1];
    assertThatThrownBy(() -> find(query))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST);
              named[0] = e.violations().get(0).field();
            });
    return named[0];
  }
}
