package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static String found(ListQuery query) {
    var page = shop.asSystem(() -> shop.records.find(Deal.TYPE, query.sortedBy("title")));
    return String.join(" ", page.items().stream().map(Deal::title).toList());
  }
}
