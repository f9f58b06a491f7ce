package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of many records somebody may read, those included that are not there any more. */
final class InScopeTest {

  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final UUID ANNS = new UUID(0, 11);
  private static final UUID BOBS = new UUID(0, 12);
  private static final UUID IN_ANNS_FIRM = new UUID(0, 14);
  private static final UUID FIRM = new UUID(0, 21);
  private static final UUID GONE = new UUID(0, 31);
  private static final UUID GONE_TOO = new UUID(0, 32);
  private static final List<UUID> ALL = List.of(ANNS, BOBS, IN_ANNS_FIRM);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop();
    shop.run("INSERT INTO firms (id, name, manager_id) VALUES (?, 'Firm', ?)", FIRM, ANN);
    deal(ANNS, null, ANN);
    deal(BOBS, null, BOB);
    deal(IN_ANNS_FIRM, FIRM, BOB);
  }

  @AfterEach
  void close() throws SQLException {
    shop.close();
  }

  @Test
  void onlyWhatIsInScopeIsReadable() {
    assertThat(readable(Scope.OWN, Deal.TYPE, ALL)).containsOnly(ANNS, IN_ANNS_FIRM);
    assertThat(readable(Scope.ALL, Deal.TYPE, ALL)).containsOnlyOnceElementsOf(ALL);
    assertThat(readable(Scope.NONE, Deal.TYPE, ALL)).isEmpty();
    assertThat(readable(Scope.OWN, Deal.TYPE, List.of())).isEmpty();
  }

  @Test
  void whatIsDeletedSoftlyIsStillJudged() {
    shop.run("UPDATE deals SET deleted_at = now()");

    assertThat(readable(Scope.OWN, Deal.TYPE, ALL)).containsOnly(ANNS, IN_ANNS_FIRM);
  }

  @Test
  void whatIsGoneIsJudgedByWhatItBelongedTo() {
    var owned = Map.of("assigned_to", ANN.toString());
    var followed = Map.of("firm_id", FIRM.toString(), "assigned_to", BOB.toString());
    var others = Map.of("assigned_to", BOB.toString());

    assertThat(gone(Deal.TYPE, owned, others)).containsOnly(GONE);
    assertThat(gone(Deal.TYPE, others, followed)).containsOnly(GONE_TOO);
  }

  @Test
  void whatHungOnAnyRecordIsJudgedByThatRecord() {
    var mine = Map.of("entity_type", "deal", "entity_id", ANNS.toString());
    var others = Map.of("entity_type", "deal", "entity_id", BOBS.toString());

    assertThat(gone(Remark.TYPE, mine, others)).containsOnly(GONE);
  }

  private Set<UUID> gone(
      RecordType<?, ?> type, Map<String, String> first, Map<String, String> second) {
    var caller = Someone.with(ANN, Map.of("deals:read", Scope.OWN));
    var gone = Map.of(GONE, first, GONE_TOO, second);
    return shop.as(caller, () -> shop.records.readable(type, List.of(), gone));
  }

  private Set<UUID> readable(Scope scope, RecordType<?, ?> type, List<UUID> ids) {
    var caller = Someone.with(ANN, Map.of("deals:read", scope));
    return shop.as(caller, () -> shop.records.readable(type, ids, Map.of()));
  }

  private void deal(UUID id, @Nullable UUID firm, UUID owner) {
    var sql = "INSERT INTO deals (id, title, firm_id, assigned_to) VALUES (?, 'deal', ?, ?)";
    shop.run(sql, id, firm, owner);
  }
}
