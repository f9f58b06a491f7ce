package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScopesTest {

  private static final UUID ANN = id(1);
  private static final UUID BOB = id(2);
  private static final UUID CYD = id(3);
  private static final UUID ANNS = id(11);
  private static final UUID BOBS = id(12);
  private static final UUID CYDS = id(13);
  private static final UUID IN_ANNS_FIRM = id(14);
  private static final UUID FIRM = id(21);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop();
    shop.run("INSERT INTO firms (id, name, manager_id) VALUES (?, 'Firm', ?)", FIRM, ANN);
    deal(ANNS, null, ANN);
    deal(BOBS, null, BOB);
    deal(CYDS, null, CYD);
    deal(IN_ANNS_FIRM, FIRM, CYD);
  }

  @AfterEach
  void close() throws SQLException {
    shop.close();
  }

  private void deal(UUID id, @Nullable UUID firm, UUID owner) {
    var sql = "INSERT INTO deals (id, title, firm_id, assigned_to) VALUES (?, 'deal', ?, ?)";
    shop.run(sql, id, firm, owner);
  }

  @Test
  void theScopeSaysWhatIsFound() {
    assertThat(found(ann(Map.of("deals:read", Scope.ALL)))).hasSize(4);
    assertThat(found(ann(Map.of("deals:read", Scope.TEAM))))
        .containsExactlyInAnyOrder(ANNS, BOBS, IN_ANNS_FIRM);
    assertThat(found(ann(Map.of("deals:read", Scope.OWN))))
        .containsExactlyInAnyOrder(ANNS, IN_ANNS_FIRM);
    assertThat(found(Someone.with(BOB, Map.of("deals:read", Scope.OWN)))).containsExactly(BOBS);
  }

  @Test
  void noScopeIsForbiddenAndOutOfScopeIsNotThere() {
    var nobody = ann(Map.of());
    var owner = ann(Map.of("deals:read", Scope.OWN));

    assertThat(failure(nobody, () -> shop.records.get(Deal.TYPE, ANNS)).reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(failure(nobody, () -> shop.records.find(Deal.TYPE, ListQuery.ALL)).details())
        .containsEntry("permission", "deals:read");
    assertThat(failure(owner, () -> shop.records.get(Deal.TYPE, CYDS)).reason())
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(shop.as(owner, () -> shop.records.get(Deal.TYPE, ANNS)).id()).isEqualTo(ANNS);
  }

  @Test
  void aSearchACountAndAStreamSeeTheSame() {
    var owner = ann(Map.of("deals:read", Scope.OWN));
    var query = ListQuery.ALL.search("deal").counted();
    var streamed = new ArrayList<UUID>();

    var total = shop.as(owner, () -> shop.records.find(Deal.TYPE, query)).total();
    shop.as(
        owner,
        () -> {
          shop.records.each(Deal.TYPE, ListQuery.ALL, deal -> streamed.add(deal.id()));
          return 0;
        });

    assertThat(total).isEqualTo(2);
    assertThat(streamed).containsExactlyInAnyOrder(ANNS, IN_ANNS_FIRM);
  }

  @Test
  void requireTellsWhatMayBeSeenFromWhatMayBeDone() {
    var caller = ann(Map.of("deals:read", Scope.TEAM, "deals:update", Scope.OWN));

    require(caller, ANNS, "update");
    require(caller, IN_ANNS_FIRM, "update");
    require(caller, BOBS, "read");
    assertThat(failure(caller, () -> require(caller, BOBS, "update")).details())
        .containsEntry("permission", "deals:update");
    assertThat(failure(caller, () -> require(caller, BOBS, "delete")).reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(failure(caller, () -> require(caller, CYDS, "update")).reason())
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(failure(caller, () -> require(caller, id(99), "read")).reason())
        .isEqualTo(Reason.NOT_FOUND);
    var blind = ann(Map.of("deals:update", Scope.ALL));
    assertThat(failure(blind, () -> require(blind, ANNS, "update")).details())
        .containsEntry("permission", "deals:read");
  }

  @Test
  void requireKnowsDeletedRecords() {
    shop.run("UPDATE deals SET deleted_at = now()");
    var caller = ann(Map.of("deals:read", Scope.OWN, "deals:delete", Scope.OWN));

    require(caller, ANNS, "delete");
    assertThat(failure(caller, () -> require(caller, CYDS, "delete")).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aStoppedParentIsRememberedAndAnUnknownOneLetsNobodyIn() {
    var owner = ann(Map.of("deals:read", Scope.OWN));
    shop.stop(Firm.TYPE);
    assertThat(found(owner)).containsExactlyInAnyOrder(ANNS, IN_ANNS_FIRM);

    shop.forget(Firm.TYPE);
    assertThat(found(owner)).containsExactly(ANNS);
  }

  @Test
  void typesThatFollowEachOtherInACircleEnd() {
    var circle =
        RecordType.of("firm", Firm.class, Firm.Draft.class).follows("manager_id", "firm").build();
    shop.start(circle);

    assertThat(found(ann(Map.of("deals:read", Scope.OWN)))).containsExactly(ANNS);
  }

  @Test
  void everyoneMayDoWhatTheTypeSays() {
    var open =
        RecordType.of("deal", Deal.class, Deal.Draft.class)
            .owners("assigned_to")
            .computed("doubled", "0")
            .everyone("read_own")
            .build();
    var page = shop.as(ann(Map.of()), () -> shop.records.find(open, ListQuery.ALL));

    assertThat(page.items()).extracting(Deal::id).containsExactly(ANNS);
  }

  private List<UUID> found(Caller caller) {
    var page = shop.as(caller, () -> shop.records.find(Deal.TYPE, ListQuery.ALL));
    return page.items().stream().map(Deal::id).toList();
  }

  private int require(Caller caller, UUID id, String action) {
    return shop.as(
        caller,
        () -> {
          shop.records.require(Deal.TYPE, id, action);
          return 0;
        });
  }

  private CrmException failure(Caller caller, Supplier<Object> work) {
    var thrown = new CrmException[1];
    assertThatThrownBy(() -> shop.as(caller, work))
        .isInstanceOfSatisfying(CrmException.class, e -> thrown[0] = e);
    return thrown[0];
  }

  private static Caller ann(Map<String, Scope> scopes) {
    return new Someone(ANN, Set.of(ANN, BOB), scopes);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }
}
