package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.Groups.Group;
import org.crmportal.platform.record.ListQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are counted by the values of a column, as far as the caller may see them. */
final class GroupingTest {

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
  void fill() {
    shop.run("TRUNCATE deals, firms, remarks");
    shop.run(
        """
        INSERT INTO deals (title, stage, amount, score, urgent, due_date, assigned_to, deleted_at)
        VALUES ('a', 'in_talks', 10.01, 1, true, '2026-01-01', ?, null),
          ('b', 'in_talks', 20.02, 2, null, '2026-01-01', null, null),
          ('c', 'new', null, 3, false, null, null, null),
          ('d', null, 5, 4, false, null, null, null),
          ('e', 'new', 1000, 5, false, null, null, now())
        """,
        ANN);
  }

  private static Groups by(ListQuery query, String column, @Nullable String sum) {
    return shop.asSystem(() -> shop.records.groups(Deal.TYPE, query, column, sum));
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  @Test
  void everyValueIsCountedAndSummedUp() {
    var groups = by(ListQuery.ALL, "stage", "amount");

    assertThat(groups.complete()).isTrue();
    assertThat(groups.groups())
        .containsExactlyInAnyOrder(
            new Group(Stage.IN_TALKS, 2, money("30.03")),
            new Group(Stage.NEW, 1, money("0")),
            new Group(null, 1, money("5.00")));
    assertThat(groups.groups().get(0).count()).isEqualTo(2);
  }

  @Test
  void withoutASumThereIsNone() {
    assertThat(by(ListQuery.ALL, "stage", null).groups())
        .allSatisfy(group -> assertThat(group.sum()).isNull());
  }

  @Test
  void onlyWhatTheQueryFindsIsCounted() {
    var query = ListQuery.ALL.where("stage", "in_talks").matching("amount=gt=15");

    assertThat(by(query, "stage", "score").groups())
        .containsExactly(new Group(Stage.IN_TALKS, 1, money("2")));
    assertThat(by(ListQuery.ALL.deletedOnly(), "stage", null).groups())
        .containsExactly(new Group(Stage.NEW, 1, null));
  }

  @Test
  void onlyWhatTheCallerMaySeeIsCounted() {
    var ann = Someone.with(ANN, Map.of("deals:read", Scope.OWN));

    var groups = shop.as(ann, () -> shop.records.groups(Deal.TYPE, ListQuery.ALL, "stage", null));

    assertThat(groups.groups()).containsExactly(new Group(Stage.IN_TALKS, 1, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title", "stage", "score", "urgent", "due_date", "assigned_to", "doubled"})
  void anyColumnWhoseValuesRecurWillDo(String column) {
    var groups = by(ListQuery.ALL, column, null).groups();

    assertThat(groups.stream().mapToLong(Group::count).sum()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", "tags", "amount", "seen_at", "no_such", "stage desc"})
  void otherColumnsAreRefused(String column) {
    assertThatThrownBy(() -> by(ListQuery.ALL, column, null))
        .isInstanceOf(CrmException.class)
        .hasMessageContaining("group_by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "stage", "due_date", "no_such"})
  void onlyNumbersAreSummedUp(String column) {
    assertThatThrownBy(() -> by(ListQuery.ALL, "stage", column))
        .isInstanceOf(CrmException.class)
        .hasMessageContaining("sum");
  }

  @Test
  void theSmallestOfManyGroupsAreLeftOut() {
    shop.run(
        "INSERT INTO deals (title, amount) SELECT 'many ' || i / 2, 1 FROM generate_series(0, 499) i");

    var groups = by(ListQuery.ALL, "title", "amount");

    assertThat(groups.complete()).isFalse();
    assertThat(groups.groups()).hasSize(Groups.MOST);
    assertThat(groups.groups()).allSatisfy(group -> assertThat(group.count()).isEqualTo(2));
  }
}
