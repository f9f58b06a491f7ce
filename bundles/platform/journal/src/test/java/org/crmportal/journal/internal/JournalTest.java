package org.crmportal.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.journal.internal.Deal.State;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {

  private final JournalFixture it = new JournalFixture();
  private final Deal deal = Deal.named("Spring sale");

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void aCreationIsAuditedWithWhoAndFromWhere() {
    it.asUser(() -> it.journal.created(Deal.TYPE, deal.worth("10.50"), Entry.of("created")));

    var row = it.audit().get(0);
    assertThat(row)
        .containsEntry("user_id", it.user.toString())
        .containsEntry("actor_name", "Ann Example")
        .containsEntry("action", "created")
        .containsEntry("resource_type", "big_deal")
        .containsEntry("resource_id", deal.id().toString())
        .containsEntry("address", "192.0.2.7")
        .containsEntry("user_agent", "Browser/1.0")
        .containsEntry("request_id", "request-1");
    assertThat(row.get("changes"))
        .contains("\"amount\": {\"after\": 10.50, \"before\": null}")
        .contains("\"state\": {\"after\": \"new\", \"before\": null}")
        .contains("\"created_at\": {\"after\": \"2026-01-02T03:04:05.678901Z\", \"before\": null}")
        .doesNotContain("version");
  }

  @Test
  void aCreationIsToldToPeople() {
    it.asUser(() -> it.journal.created(Deal.TYPE, deal, Entry.of("created")));

    assertThat(it.activities().get(0))
        .containsEntry("entity_type", "big_deal")
        .containsEntry("entity_id", deal.id().toString())
        .containsEntry("user_id", it.user.toString())
        .containsEntry("action", "created")
        .containsEntry("description", "Big deal Spring sale was created");
  }

  @Test
  void onlyTheFieldsThatChangedAreAudited() {
    it.asUser(() -> it.journal.changed(Deal.TYPE, deal, deal.worth("3.00"), Entry.of("updated")));

    assertThat(it.audit().get(0))
        .containsEntry("changes", "{\"amount\": {\"after\": 3.00, \"before\": null}}");
    assertThat(it.activities().get(0)).containsEntry("description", "Changed amount");
  }

  @Test
  void aChangeOfNothingWritesNothing() {
    var same = deal.worth("3.00");
    it.asUser(() -> it.journal.changed(Deal.TYPE, same, same.worth("3.0"), Entry.of("updated")));

    assertThat(it.audit()).isEmpty();
    assertThat(it.activities()).isEmpty();
  }

  @Test
  void aMoveSaysFromToAndHowLong() {
    var running = deal.in(State.IN_PROGRESS);
    var later = deal.createdAt().plusSeconds(90);
    it.asUser(() -> it.journal.changed(Deal.TYPE, deal, running, Entry.of("updated").at(later)));
    var won = Entry.of("won").at(later.plusSeconds(10));
    it.asUser(() -> it.journal.changed(Deal.TYPE, running, running.in(State.WON), won));

    var first = it.activities().get(0);
    assertThat(first)
        .containsEntry("action", "status_changed")
        .containsEntry("description", "State changed from new to in progress");
    assertThat(first.get("metadata"))
        .contains("\"from\": \"new\"", "\"to\": \"in_progress\"", "\"seconds\": 90");
    assertThat(it.activities().get(1)).containsEntry("action", "won");
    assertThat(it.activities().get(1).get("metadata")).contains("\"seconds\": 10");
  }

  @Test
  void aSecretIsNeverKept() {
    var safer = deal.withPassword("hunter2");
    it.asUser(() -> it.journal.changed(Deal.TYPE, deal, safer, Entry.of("updated")));
    audit("signed_in", Map.of("refresh_token", "hunter2", "tokens", List.of("hunter2")));

    assertThat(it.audit())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.get("changes")).contains("[secret]"))
        .noneSatisfy(row -> assertThat(row.get("changes")).contains("hunter2"));
  }

  @Test
  void theSystemIsAuditedButNotInTheTimeline() {
    it.asSystem(() -> it.journal.changed(Deal.TYPE, deal, deal.worth("1.00"), Entry.of("updated")));

    assertThat(it.audit().get(0))
        .containsEntry("actor_name", "scoring")
        .containsEntry("user_id", null);
    assertThat(it.activities()).isEmpty();
  }

  @Test
  void whatIsDerivedFromAPersonsWriteIsNotTold() {
    it.asUser(() -> it.journal.changed(Deal.TYPE, deal, deal.scored(5), Entry.of("updated")));

    assertThat(it.audit()).hasSize(1);
    assertThat(it.activities()).isEmpty();
  }

  @Test
  void anImportIsMarkedAndKeepsItsDate() {
    var longAgo = Instant.parse("2017-03-01T00:00:00Z");
    var how = Creation.imported(false, Map.of("created_at", longAgo));
    it.asUser(() -> it.journal.created(Deal.TYPE, deal, Entry.of(how)));

    assertThat(it.audit().get(0).get("changes")).contains("\"imported\": {\"after\": true");
    assertThat(it.activities().get(0)).containsEntry("created_at", "2017-03-01 00:00:00");
  }

  @Test
  void whatIsTakenBackIsNeitherAuditedNorTold() {
    assertThatThrownBy(
            () ->
                it.asUser(
                    () -> {
                      it.journal.created(Deal.TYPE, deal, Entry.of("created"));
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");

    assertThat(it.audit()).isEmpty();
    assertThat(it.activities()).isEmpty();
  }

  @Test
  void withoutATransactionItRefuses() {
    assertThatThrownBy(() -> it.journal.created(Deal.TYPE, deal, Entry.of("created")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> it.journal.audit("x", "y", UUID.randomUUID(), Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAddressThatIsNoneFailsNothing() {
    for (var address : List.of("unknown", "1.2.3", "fe80::1%eth0", "[::1]", "999.1.1.1")) {
      var fresh = Deal.named(address);
      it.asUserFrom(address, () -> it.journal.created(Deal.TYPE, fresh, Entry.of("created")));
    }

    assertThat(it.audit())
        .extracting(row -> row.get("address"))
        .containsExactly(null, null, "fe80::1", "::1", null);
  }

  @Test
  void theTrailCannotBeChanged() {
    audit("signed_in", Map.of());

    assertThatThrownBy(() -> it.database.execute("update audit_logs set action = 'x'"))
        .hasMessageContaining("written once");
    assertThatThrownBy(() -> it.database.execute("delete from audit_logs"))
        .hasMessageContaining("written once");
  }

  private void audit(String action, Map<String, ?> changes) {
    it.asUser(
        () -> {
          it.journal.audit(action, "session", null, changes);
          return action;
        });
  }
}
