package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecordsImplTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID ANN = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000000");

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.run("TRUNCATE deals, firms, remarks");
  }

  @Test
  void everyKindOfColumnIsRead() {
    shop.run(
        """
        INSERT INTO deals (id, title, city, stage, score, visits, amount, open, urgent, due_date,
          seen_at, assigned_to, metadata, tags, watchers, ratings, address, created_at)
        VALUES (?, 'Größe', 'Köln', 'in_talks', 7, 8, 1234.50, false, true, '2026-11-22',
          '2026-11-22T10:43:00.123456Z', ?, '{"a": 1.50, "b": ["x"]}', '{"a,b","c\\"d"}',
          ARRAY['aaaaaaaa-0000-0000-0000-000000000000'::uuid], '[1, 2]', '10.0.0.1/32',
          '2026-11-22 10:43:00.5')
        """,
        ID,
        ANN);

    var deal = shop.asSystem(() -> shop.records.get(Deal.TYPE, ID));

    assertThat(deal.id()).isEqualTo(ID);
    assertThat(deal.title()).isEqualTo("Größe");
    assertThat(deal.notes()).isNull();
    assertThat(deal.stage()).isEqualTo(Stage.IN_TALKS);
    assertThat(deal.score()).isEqualTo(7);
    assertThat(deal.visits()).isEqualTo(8);
    assertThat(deal.amount()).isEqualTo(new BigDecimal("1234.50"));
    assertThat(deal.open()).isFalse();
    assertThat(deal.urgent()).isTrue();
    assertThat(deal.dueDate()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(deal.seenAt()).isEqualTo(Instant.parse("2026-11-22T10:43:00.123456Z"));
    assertThat(deal.metadata()).isEqualTo(Map.of("a", new BigDecimal("1.50"), "b", List.of("x")));
    assertThat(deal.tags()).containsExactly("a,b", "c\"d");
    assertThat(deal.watchers()).containsExactly(ANN);
    assertThat(deal.ratings()).containsExactly(1, 2);
    assertThat(deal.address()).isEqualTo("10.0.0.1");
    assertThat(deal.doubled()).isEqualTo(14);
    assertThat(deal.createdAt()).isEqualTo(Instant.parse("2026-11-22T10:43:00.5Z"));
  }

  @Test
  void whatIsMissingIsNull() {
    shop.run("INSERT INTO deals (id, title, metadata) VALUES (?, 'x', null)", ID);

    var deal = shop.asSystem(() -> shop.records.get(Deal.TYPE, ID));

    assertThat(Deal.TYPE.values(deal).entrySet())
        .filteredOn(entry -> entry.getValue() == null)
        .hasSize(19);
  }

  @Test
  void aDeletedRecordIsNotThere() {
    shop.run("INSERT INTO deals (id, title, deleted_at) VALUES (?, 'x', now())", ID);

    refused(CrmException.Reason.NOT_FOUND, () -> shop.records.get(Deal.TYPE, ID));
    assertThat(shop.asSystem(() -> shop.records.find(Deal.TYPE, ListQuery.ALL)).items()).isEmpty();
    var deleted = shop.asSystem(() -> shop.records.find(Deal.TYPE, ListQuery.ALL.deletedOnly()));
    assertThat(deleted.items()).hasSize(1);
  }

  @Test
  void deletedRecordsAreForWhoMayDelete() {
    shop.run("INSERT INTO deals (title, deleted_at, created_by) VALUES ('x', now(), ?)", ANN);
    shop.run("INSERT INTO deals (title, deleted_at) VALUES ('x', now())");
    var reader = Someone.with(ANN, Map.of("deals:read", Scope.ALL));
    var deleter = Someone.with(ANN, Map.of("deals:read", Scope.ALL, "deals:delete", Scope.OWN));
    var query = ListQuery.ALL.deletedOnly().counted();

    assertThatThrownBy(() -> shop.as(reader, () -> shop.records.find(Deal.TYPE, query)))
        .hasMessageContaining("deals:delete");
    assertThat(shop.as(deleter, () -> shop.records.find(Deal.TYPE, query)).total()).isEqualTo(1);
  }

  @Test
  void deletedOnlyNeedsATypeThatIsDeletedSoftly() {
    refused(
        CrmException.Reason.BAD_REQUEST,
        () -> shop.records.find(Remark.TYPE, ListQuery.ALL.deletedOnly()));
  }

  @Test
  void theDefaultOrderIsTheLatestFirst() {
    for (int i = 0; i < 5; i++) {
      shop.run(
          "INSERT INTO deals (title, created_at) VALUES (?, timestamp '2026-01-01' + ? * interval"
              + " '1 day')",
          "deal " + i,
          i);
    }

    var first = shop.asSystem(() -> shop.records.find(Deal.TYPE, ListQuery.ALL.limit(2).counted()));
    var second =
        shop.asSystem(
            () -> shop.records.find(Deal.TYPE, ListQuery.ALL.limit(2).after(first.nextCursor())));

    assertThat(first.items()).extracting(Deal::title).containsExactly("deal 4", "deal 3");
    assertThat(first.total()).isEqualTo(5);
    assertThat(second.items()).extracting(Deal::title).containsExactly("deal 2", "deal 1");
    assertThat(second.total()).isNull();
    assertThat(second.nextCursor()).isNotNull();
  }

  @Test
  void eachGivesEveryMatchingRecordInOrder() {
    shop.run("INSERT INTO deals (title, score) SELECT 'x', i FROM generate_series(1, 1000) i");
    var scores = new ArrayList<Integer>();

    shop.asSystem(
        () -> {
          var query = ListQuery.ALL.limit(1).matching("score=gt=10").sortedBy("-score");
          shop.records.each(Deal.TYPE, query, deal -> scores.add(deal.score()));
          return 0;
        });

    assertThat(scores).hasSize(990).startsWith(1000, 999).endsWith(12, 11);
  }

  @Test
  void eachWritesNothing() {
    shop.run("INSERT INTO deals (title) VALUES ('x')");

    assertThatThrownBy(
            () ->
                shop.asSystem(
                    () -> {
                      shop.records.each(
                          Deal.TYPE, ListQuery.ALL, deal -> shop.run("DELETE FROM deals"));
                      return 0;
                    }))
        .hasMessageContaining("read-only");
    assertThat(shop.ask("SELECT count(*) FROM deals")).isEqualTo("1");
  }

  @Test
  void eachJoinsTheTransactionThatRuns() {
    shop.run("INSERT INTO deals (title) VALUES ('x')");

    shop.asSystem(
        () ->
            shop.transactions.required(
                () -> {
                  shop.records.each(
                      Deal.TYPE, ListQuery.ALL, deal -> shop.run("DELETE FROM deals"));
                  return 0;
                }));

    assertThat(shop.ask("SELECT count(*) FROM deals")).isEqualTo("0");
  }

  private static void refused(CrmException.Reason reason, Supplier<Object> work) {
    assertThatThrownBy(() -> shop.asSystem(work))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
