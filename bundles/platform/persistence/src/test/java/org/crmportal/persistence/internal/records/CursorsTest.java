package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CursorsTest {

  private static final Caller ANN = Someone.with(new UUID(0, 1), Map.of("deals:read", Scope.ALL));
  private static final Caller BOB = Someone.with(new UUID(0, 2), Map.of("deals:read", Scope.ALL));

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop();
    shop.run("INSERT INTO deals (title, score) SELECT 'deal', i FROM generate_series(1, 50) i");
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @Test
  void aCursorIsGoodForItsOwnQueryOnly() {
    var query = ListQuery.ALL.matching("score=gt=1").sortedBy("score").limit(5);
    var cursor = next(ANN, query);

    assertThat(next(ANN, query.limit(7).counted().after(cursor))).isNotNull();
    for (var other :
        List.of(
            query.sortedBy("-score"),
            query.sortedBy(),
            query.matching("score=gt=2"),
            query.matching(null),
            query.search("deal"),
            query.where("title", "deal"),
            query.deletedOnly())) {
      refused(ANN, other.after(cursor));
    }
    refused(BOB, query.after(cursor));
  }

  @Test
  void aCursorThatWasTamperedWithIsRefused() {
    var query = ListQuery.ALL.sortedBy("score").limit(5);
    var cursor = next(ANN, query);
    var bytes = Base64.getUrlDecoder().decode(cursor);

    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      refused(ANN, query.after(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)));
    }
    for (var wrong :
        List.of(
            "", "x", "é", "!!!!", "null", "AAAA".repeat(10), "A".repeat(50_000), cursor + "A")) {
      refused(ANN, query.after(wrong));
    }
  }

  @Test
  void aCursorKeepsNothingButTheValuesOfTheOrder() {
    var cursor = next(ANN, ListQuery.ALL.sortedBy("score").limit(5));
    var bytes = Base64.getUrlDecoder().decode(cursor);

    assertThat(new String(bytes, 16, bytes.length - 16, StandardCharsets.UTF_8))
        .startsWith("[\"5\",\"")
        .hasSize(44);
  }

  @Test
  void allNodesHaveOneKey() {
    var query = ListQuery.ALL.limit(5);
    var cursor = next(ANN, query);
    var other = shop.node();

    assertThat(shop.as(ANN, () -> other.find(Deal.TYPE, query.after(cursor))).items()).hasSize(5);
  }

  @Test
  void aKeyThatWasRolledBackIsForgotten() {
    shop.run("DELETE FROM settings WHERE name = 'cursor_key'");
    var node = shop.node();
    var query = ListQuery.ALL.limit(5);
    assertThatThrownBy(
            () ->
                shop.transactions.required(
                    () -> {
                      shop.as(ANN, () -> node.find(Deal.TYPE, query));
                      throw CrmException.badRequest("undone");
                    }))
        .hasMessage("undone");

    var cursor = shop.as(ANN, () -> node.find(Deal.TYPE, query)).nextCursor();

    var other = shop.node();
    assertThat(shop.as(ANN, () -> other.find(Deal.TYPE, query.after(cursor))).items()).hasSize(5);
  }

  private static String next(Caller caller, ListQuery query) {
    return shop.as(caller, () -> shop.records.find(Deal.TYPE, query)).nextCursor();
  }

  private static void refused(Caller caller, ListQuery query) {
    assertThatThrownBy(
            () ->
                shop.as(
                    caller.id().equals(ANN.id()) && query.deleted() ? deleter() : caller,
                    () -> shop.records.find(Deal.TYPE, query)))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST);
              assertThat(e.violations().get(0).field()).isEqualTo("cursor");
            });
  }

  private static Caller deleter() {
    return Someone.with(ANN.id(), Map.of("deals:read", Scope.ALL, "deals:delete", Scope.ALL));
  }
}
