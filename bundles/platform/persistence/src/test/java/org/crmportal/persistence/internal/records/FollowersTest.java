package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FollowersTest {

  private static final UUID ANN = id(1);
  private static final UUID ANNS = id(11);
  private static final UUID CYDS = id(13);
  private static final UUID FIRM = id(21);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop();
    shop.run("INSERT INTO firms (id, name, manager_id) VALUES (?, 'Firm', ?)", FIRM, ANN);
    shop.run("INSERT INTO deals (id, title, assigned_to) VALUES (?, 'deal', ?)", ANNS, ANN);
    shop.run("INSERT INTO deals (id, title) VALUES (?, 'deal')", CYDS);
  }

  @AfterEach
  void close() throws SQLException {
    shop.close();
  }

  @Test
  void whatHangsOnARecordIsSeenByWhoSeesTheRecord() {
    remark(id(31), "deal", ANNS);
    remark(id(32), "deal", CYDS);
    remark(id(33), "firm", FIRM);
    remark(id(34), "ghost", ANNS);

    assertThat(remarks(ann(Map.of("deals:read", Scope.OWN)))).containsExactly(id(31));
    assertThat(remarks(ann(Map.of("deals:read", Scope.ALL, "firms:read", Scope.OWN))))
        .containsExactly(id(31), id(32), id(33));
    assertThat(remarks(ann(Map.of("remarks:read", Scope.ALL)))).isEmpty();

    shop.run("UPDATE deals SET deleted_at = now() WHERE id = ?", ANNS);
    shop.stop(Firm.TYPE);
    assertThat(remarks(shop.callers.system("test"))).containsExactly(id(32));
  }

  private void remark(UUID id, String type, UUID on) {
    shop.run("INSERT INTO remarks VALUES (?, ?, ?, 'text')", id, type, on);
  }

  private List<UUID> remarks(Caller caller) {
    var page = shop.as(caller, () -> shop.records.find(Remark.TYPE, ListQuery.ALL));
    return page.items().stream().map(Remark::id).toList();
  }

  private static Caller ann(Map<String, Scope> scopes) {
    return Someone.with(ANN, scopes);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }
}
