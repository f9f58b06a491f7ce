package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks PostgreSQL whether what lists do often is done with an index. */
final class PlansTest {

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
    shop.run(
        """
        INSERT INTO deals (title, due_date, metadata, created_at)
        SELECT 'deal ' || md5(i::text), date '2026-01-01' + i % 1000,
          jsonb_build_object('key', md5(i::text)), timestamp '2026-01-01' + i * interval '1 second'
        FROM generate_series(1, 20000) i
        """);
    shop.tidyUp();
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @Test
  void aPageFarBehindIsARangeOfTheIndex() {
    var plan =
        plan(
            Sql.all(List.of(new Sql("t.deleted_at IS NULL"), new Sql("t.created_at IS NOT NULL"))),
            List.of(),
            "2026-01-01 01:00:00",
            "aaaaaaaa-0000-0000-0000-000000000000");

    assertThat(plan).contains("Index Scan using deals_list").doesNotContain("Sort");
    assertThat(plan).containsPattern("Index Cond: .*ROW\\(created_at, id\\) < ROW");
  }

  @Test
  void aPageOfAColumnThatMayBeNullIsARangeOfTheIndexToo() {
    var plan =
        plan(
            new Sql("t.due_date IS NOT NULL"),
            List.of("due_date"),
            "2027-01-01",
            "aaaaaaaa-0000-0000-0000-000000000000");

    assertThat(plan).contains("Index Scan using deals_due");
    assertThat(plan).containsPattern("Index Cond: .*due_date >= ");
  }

  @Test
  void aKeyOfTheMetadataAndAWordAreFoundByTheirIndexes() {
    var key = where(ListQuery.ALL.matching("metadata.key==abc"));
    var word = where(ListQuery.ALL.search("c4ca4238a0b9"));

    assertThat(explain(key)).contains("Bitmap Index Scan on deals_metadata");
    assertThat(explain(word)).contains("Bitmap Index Scan on deals_search");
  }

  private static Sql where(ListQuery query) {
    return new Sql(" WHERE ").add(new Filters().of(table(), query));
  }

  private static String plan(Sql where, List<String> sort, String... values) {
    var order = Order.of(table(), sort).firstPresent();
    return explain(
        new Sql(" WHERE ")
            .add(where)
            .and(order.after(Arrays.asList(values)))
            .add(order.orderBy() + " LIMIT 51"));
  }

  private static Table<Deal> table() {
    return new Tables(shop.transactions).of(Deal.TYPE);
  }

  private static String explain(Sql rest) {
    var sql = new Sql("EXPLAIN " + table().select()).add(rest);
    return shop.transactions.read(
        connection -> {
          var lines = new ArrayList<String>();
          try (var statement = sql.prepare(connection);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              lines.add(rows.getString(1));
            }
          }
          return String.join("\n", lines);
        });
  }
}
