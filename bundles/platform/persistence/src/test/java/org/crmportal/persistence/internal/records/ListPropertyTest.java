package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares lists with the same lists made in memory. */
final class ListPropertyTest {

  private static final long SEED = 20_261_122;
  private static final int DEALS = 2_000;
  private static final List<String> SORTABLE =
      List.of(
          "title",
          "city",
          "notes",
          "phone",
          "stage",
          "score",
          "visits",
          "amount",
          "open",
          "urgent",
          "due_date",
          "seen_at",
          "assigned_to",
          "firm_id",
          "created_at",
          "doubled",
          "id",
          "version");

  private static Shop shop;
  private static RandomDeals stored;
  private static DealOrder order;

  @BeforeAll
  static void open() {
    shop = new Shop();
    stored = new RandomDeals(SEED, DEALS);
    stored.store(shop);
    order = new DealOrder(stored.deals);
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @Test
  void whatIsReadIsWhatIsStored() {
    var read = new ArrayList<Deal>();
    shop.asSystem(
        () -> {
          shop.records.each(Deal.TYPE, ListQuery.ALL, read::add);
          shop.records.each(Deal.TYPE, ListQuery.ALL.deletedOnly(), read::add);
          return 0;
        });

    assertThat(read).containsExactlyInAnyOrderElementsOf(stored.deals);
  }

  @Test
  void aListIsWhatMemorySays() {
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      var scope = List.of(Scope.ALL, Scope.TEAM, Scope.OWN).get(random.nextInt(3));
      var caller =
          new Someone(
              stored.users.get(0),
              Set.copyOf(stored.users.subList(0, 2)),
              Map.of("deals:read", scope));
      var condition = RandomCondition.of(random, stored, 3);
      var sort = sort(random);
      var query = ListQuery.ALL.matching(condition.fiql()).sortedBy(sort).limit(200);
      var expected =
          stored.deals.stream()
              .filter(deal -> deal.deletedAt() == null)
              .filter(inScope(caller, scope).and(condition.holds()))
              .sorted(order.by(sort))
              .map(Deal::id)
              .toList();

      var walked = walk(caller, query, limit(random, expected.size()));

      assertThat(walked)
          .as("%s %s sorted by %s", scope, condition.fiql(), List.of(sort))
          .isEqualTo(expected);
    }
  }

  @Test
  void aPageIsFoundAnywhereInTheResultAndGoesOnByItsCursor() {
    var random = new Random(SEED);
    var system = shop.callers.system("test");
    for (var filter : List.of("id!=null", "score=ge=3", "urgent==true", "amount=gt=5,visits==1")) {
      for (int i = 0; i < 25; i++) {
        var query = ListQuery.ALL.matching(filter).sortedBy(sort(random));
        var all = walk(system, query, 200);
        pageFrom(system, query, all, random.nextInt(all.size() + 10));
      }
    }
  }

  private static void pageFrom(Caller caller, ListQuery query, List<UUID> all, int skip) {
    int end = Math.min(all.size(), skip + 7);
    var page = shop.as(caller, () -> shop.records.find(Deal.TYPE, query.limit(7).skipping(skip)));

    assertThat(page.items())
        .as("%d of %d, %s sorted by %s", skip, all.size(), query.filter(), query.sort())
        .extracting(Deal::id)
        .isEqualTo(all.subList(Math.min(skip, end), end));

    assertThat(page.nextCursor() == null).isEqualTo(end == all.size());
    if (page.nextCursor() != null) {
      var next = query.limit(3).after(page.nextCursor());
      assertThat(shop.as(caller, () -> shop.records.find(Deal.TYPE, next)).items())
          .extracting(Deal::id)
          .isEqualTo(all.subList(end, Math.min(all.size(), end + 3)));
    }
  }

  @Test
  void everyColumnCanBeWalkedBothWaysAndEachRowComesOnce() {
    var live = stored.deals.stream().filter(deal -> deal.deletedAt() == null).count();
    var system = shop.callers.system("test");
    for (var column : Deal.TYPE.columns().keySet()) {
      for (var sort : List.of(column, "-" + column)) {
        var query = ListQuery.ALL.sortedBy(sort);
        var streamed = new ArrayList<UUID>();
        shop.asSystem(
            () -> {
              shop.records.each(Deal.TYPE, query, deal -> streamed.add(deal.id()));
              return 0;
            });

        var walked = walk(system, query, 150);

        assertThat(walked).as(sort).hasSize((int) live).doesNotHaveDuplicates();
        assertThat(walked).as(sort).isEqualTo(streamed);
      }
    }
  }

  /** Few records make many pages, many make some. */
  private static int limit(Random random, int size) {
    return Math.min(200, 1 + size / random.nextInt(2, 8));
  }

  private static List<UUID> walk(Caller caller, ListQuery query, int limit) {
    var walked = new ArrayList<UUID>();
    @Nullable String cursor = null;
    @Nullable Long total = null;
    do {
      var next =
          new ListQuery(
              query.equal(),
              query.filter(),
              query.q(),
              query.sort(),
              limit,
              cursor,
              cursor == null,
              false,
              0);
      var page = shop.as(caller, () -> shop.records.find(Deal.TYPE, next));
      page.items().forEach(deal -> walked.add(deal.id()));
      total = cursor == null ? page.total() : total;
      cursor = page.nextCursor();
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
    } while (cursor != null);
    assertThat(total).isEqualTo(walked.size());
    return walked;
  }

  private static Predicate<Deal> inScope(Caller caller, Scope scope) {
    var people = scope == Scope.TEAM ? caller.team() : Set.of(caller.id());
    return deal ->
        scope == Scope.ALL
            || Stream.of(deal.assignedTo(), deal.createdBy(), manager(deal))
                .filter(Objects::nonNull)
                .anyMatch(people::contains);
  }

  private static @Nullable UUID manager(Deal deal) {
    return stored.firms.stream()
        .filter(firm -> firm.id().equals(deal.firmId()))
        .findFirst()
        .map(Firm::managerId)
        .orElse(null);
  }

  private static String[] sort(Random random) {
    return random
        .ints(random.nextInt(4), 0, SORTABLE.size())
        .distinct()
        .mapToObj(SORTABLE::get)
        .map(column -> (random.nextBoolean() ? "-" : "") + column)
        .toArray(String[]::new);
  }
}
