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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FiltersTest {

  private static final String ANN = "aaaaaaaa-0000-0000-0000-000000000000";

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
    shop.run(
        """
        INSERT INTO deals (title, city, stage, score, amount, open, due_date, seen_at, assigned_to,
          metadata, tags, watchers, ratings, address)
        VALUES
        ('one', 'Köln', 'new', 1, 1.50, true, '2026-01-01', '2026-01-01T12:00:00Z', '%1$s',
          '{"region": "north", "size": 5, "vip": true, "a.b": "dotted"}', '{red,"b,c"}',
          ARRAY['%1$s'::uuid], '[1, 2]', '10.0.0.1'),
        ('two', 'a*b', 'in_talks', 2, 2.50, false, '2026-01-02', '2026-01-02T12:00:00Z', null,
          '{"region": "5", "size": 50}', '{blue}', '{}', '[3]', '10.0.0.2/32'),
        ('none', null, null, null, null, true, null, null, null, null, null, null, null, null)
        """
            .formatted(ANN));
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
          stage==new                                | one
          stage!=new                                | none two
          stage=in=(new,in_talks)                   | one two
          stage=out=(new,null)                      | two
          stage==null                               | none
          stage!=null                               | one two
          score=gt=1                                | two
          score=le=1,city==null                     | none one
          score=ge=1;open==true                     | one
          (score==1,score==2);city!=Köln            | two
          score==1,score==2;city!=Köln              | one two
          amount==1.5                               | one
          amount=lt=1e1                             | one two
          due_date=lt=2026-01-02                    | one
          seen_at=ge=2026-01-01T13:00:00+01:00      | one two
          seen_at=gt=2026-01-02                     | two
          created_at=lt=2001-01-01                  |
          assigned_to==aaaaaaaa-0000-0000-0000-000000000000 | one
          assigned_to!=aaaaaaaa-0000-0000-0000-000000000000 | none two
          title==*n*                                | none one
          title!=*n*                                | two
          city==a\\*b                               | two
          city=='a\\\\*b'                           | two
          city==a*                                  | two
          city==*                                   | one two
          tags==red                                 | one
          tags=="b,c"                               | one
          tags!=red                                 | none two
          tags=in=(red,blue)                        | one two
          tags==null                                | none
          watchers==aaaaaaaa-0000-0000-0000-000000000000 | one
          ratings==3                                | two
          ratings=in=(1,3)                          | one two
          address==10.0.0.2                         | two
          doubled==4                                | two
          metadata==null                            | none
          metadata.region==north                    | one
          metadata.region==nor*                     | one
          metadata.region!=north                    | none two
          metadata.region==5                        | two
          metadata.size==5                          | one
          metadata.size==5.0                        | one
          metadata.size=gt=5                        | two
          metadata.size=in=(5,50)                   | one two
          metadata.region=lt=o                      | one two
          metadata.vip==true                        | one
          metadata.vip==null                        | none two
          metadata.a.b==dotted                      | one
          metadata.missing==null                    | none one two
          """)
  void anExpressionFinds(String filter, String titles) {
    assertThat(found(ListQuery.ALL.matching(filter))).isEqualTo(titles == null ? "" : titles);
  }

  @Test
  void parametersAreEqualitiesAndARepeatedOneIsEither() {
    assertThat(found(ListQuery.ALL.where("stage", "new"))).isEqualTo("one");
    assertThat(found(ListQuery.ALL.where("stage", "new", "null"))).isEqualTo("none one");
    assertThat(found(ListQuery.ALL.where("stage", "new").where("score", "2"))).isEmpty();
    assertThat(found(ListQuery.ALL.where("city", "a*b"))).isEqualTo("two");
    assertThat(found(ListQuery.ALL.where("city", "a*"))).isEmpty();
    assertThat(found(ListQuery.ALL.where("metadata.region", "north"))).isEqualTo("one");
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
      var thrown = catchThrowable(() -> found(query));
      if (thrown != null) {
        assertThat(thrown)
            .as(noise.toString())
            .isInstanceOfSatisfying(
                CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST));
      }
    }
  }

  private static String found(ListQuery query) {
    var page = shop.asSystem(() -> shop.records.find(Deal.TYPE, query.sortedBy("title")));
    return String.join(" ", page.items().stream().map(Deal::title).toList());
  }

  private static String refused(ListQuery query) {
    var named = new String[1];
    assertThatThrownBy(() -> shop.asSystem(() -> shop.records.find(Deal.TYPE, query)))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST);
              named[0] = e.violations().get(0).field();
            });
    return named[0];
  }
}
