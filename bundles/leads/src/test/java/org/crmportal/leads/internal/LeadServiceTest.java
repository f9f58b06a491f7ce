package org.crmportal.leads.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmportal.leads.LeadStage.CLOSED_LOST;
import static org.crmportal.leads.LeadStage.PROSPECT;
import static org.crmportal.leads.LeadStatus.CONTACTED;
import static org.crmportal.leads.LeadStatus.LOST;
import static org.crmportal.leads.LeadStatus.NEW;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.testunits.TestCaller;
import org.crmportal.testunits.TestUnits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeadServiceTest {

  private static TestUnits units;
  private static LeadServiceImpl leads;
  private static TestCaller ada;
  private static TestCaller bob;

  @BeforeAll
  static void start() {
    units = new TestUnits();
    leads = LeadParts.service(units, null);
    units.types().start(leads);
    ada = units.user("Ada Seller", "sales");
    bob = units.user("Bob Seller", "sales");
  }

  @AfterAll
  static void stop() {
    units.close();
  }

  @Test
  void aLeadIsReadBackAsItWasCreated() {
    var lead = create(Leads.draft("Anna", "anna@example.org", "+49 30 1234567"));
    assertThat(as(ada, () -> leads.get(lead.id()))).isEqualTo(lead);
    assertThat(lead.status()).isEqualTo(NEW);
    assertThat(lead.createdBy()).isEqualTo(ada.id());
    assertThat(lead.score()).isEqualTo(40);
    assertThat(lead.scoreBreakdown()).containsEntry("has_phone", 15);
  }

  @Test
  void aChangeRaisesTheVersionAndIsToldTwice() {
    var lead = create(Leads.draft("Carl", null, null));
    var changed = move(lead, CONTACTED, PROSPECT);
    assertThat(changed.version()).isEqualTo(lead.version() + 1);
    assertThat(activities(lead, "status_changed")).isEqualTo("1");
    assertThat(
            units.ask(
                "select changes -> 'status' ->> 'after' from audit_logs where action ="
                    + " 'status_changed' and resource_id = '%s'".formatted(lead.id())))
        .isEqualTo("contacted");
  }

  @Test
  void aChangeThatChangesNothingLeavesTheVersion() {
    var lead = create(Leads.draft("Dora", null, null));
    var same = as(ada, () -> leads.update(lead.id(), lead.version(), Lead.TYPE::draft));
    assertThat(same).isEqualTo(lead);
    assertThat(activities(lead, "updated")).isEqualTo("0");
  }

  @Test
  void anOldVersionIsStale() {
    var lead = create(Leads.draft("Egon", null, null));
    move(lead, CONTACTED, PROSPECT);
    assertFails(Reason.STALE, () -> leads.update(lead.id(), lead.version(), Lead.TYPE::draft));
  }

  @Test
  void aLostLeadRemembersItsStage() {
    var lead = create(Leads.draft("Fritz", null, null));
    var offered = move(lead, CONTACTED, LeadStage.PROPOSAL);
    var lost =
        as(
            ada,
            () -> leads.update(lead.id(), null, now -> draft(now).in(LOST, now.stage(), "price")));
    assertThat(lost.stage()).isEqualTo(CLOSED_LOST);
    assertThat(lost.closedAt()).isNotNull();
    var back = move(lost, CONTACTED, lost.stage());
    assertThat(back.stage()).isEqualTo(offered.stage());
    assertThat(back.lostReason()).isNull();
    assertThat(back.closedAt()).isNull();
  }

  @Test
  void aScoreIsPinnedUntilItIsUnpinned() {
    var lead = create(Leads.draft("Gerda", null, null));
    var pinned = as(ada, () -> leads.update(lead.id(), null, now -> scored(draft(now), 77)));
    assertThat(pinned.score()).isEqualTo(77);
    assertThat(pinned.scorePinned()).isTrue();
    assertThat(move(pinned, CONTACTED, PROSPECT).score()).isEqualTo(77);
    var free = as(ada, () -> leads.update(lead.id(), null, now -> scored(draft(now), null)));
    assertThat(free.score()).isEqualTo(lead.score());
    assertThat(free.scorePinned()).isFalse();
  }

  @Test
  void aDeletedLeadIsGoneUntilItIsRestored() {
    var lead = create(Leads.draft("Hans", null, null));
    as(ada, () -> delete(lead));
    assertFails(Reason.NOT_FOUND, () -> leads.get(lead.id()));
    assertFails(Reason.NOT_FOUND, () -> leads.update(lead.id(), null, Lead.TYPE::draft));
    as(ada, () -> leads.restore(lead.id()));
    assertThat(as(ada, () -> leads.get(lead.id())).deletedAt()).isNull();
  }

  @Test
  void aDeletedLeadWhosePlaceIsTakenIsNotRestored() {
    var lead = create(Leads.draft("Ida", "ida@example.org", null));
    as(ada, () -> delete(lead));
    var other = create(Leads.draft("Ida", "ida@example.org", null));
    assertFails(Reason.CONFLICT, () -> leads.restore(lead.id()));
    as(ada, () -> delete(other));
    assertThat(as(ada, () -> leads.restore(lead.id())).deletedAt()).isNull();
    assertThat(as(ada, () -> leads.restore(lead.id())).deletedAt()).isNull();
  }

  @Test
  void othersLeadsAreNotThere() {
    var lead = create(Leads.draft("Ida", null, null));
    var stranger = bob.with("leads:read_own", "leads:update_own");
    assertThatThrownBy(() -> as(stranger, () -> leads.get(lead.id())))
        .hasMessageContaining("There is no lead");
    assertThat(as(stranger, () -> leads.find(ListQuery.ALL)).items()).isEmpty();
    var teammate = bob.with("leads:read_team", "leads:update_own").among(ada);
    assertThat(as(teammate, () -> leads.get(lead.id()))).isEqualTo(lead);
    assertThatThrownBy(() -> as(teammate, () -> leads.update(lead.id(), null, Lead.TYPE::draft)))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN));
  }

  @Test
  void theSameAddressOrPhoneIsADuplicate() {
    create(Leads.draft("Jana", "Jana@example.org", "+49 (30) 777 88 99"));
    assertFails(
        Reason.CONFLICT,
        () -> leads.create(Leads.draft("J", "jana@EXAMPLE.org", null), Creation.NEW));
    assertFails(
        Reason.CONFLICT,
        () -> leads.create(Leads.draft("J", null, "0049 30 7778899"), Creation.NEW));
    assertThat(
            as(
                ada,
                () -> leads.create(Leads.draft("J", "jana@example.org", null), Creation.DUPLICATE)))
        .isNotNull();
  }

  @Test
  void anUnknownUserIsNotAssigned() {
    assertFails(
        Reason.INVALID,
        () ->
            leads.create(
                Leads.draft("Karl", null, null).assignedTo(Leads.unknown()), Creation.NEW));
  }

  @Test
  void anImportBringsTheFinalStateWithItsDates() {
    var created = Instant.parse("2016-10-20T00:00:00Z");
    var closed = Instant.parse("2017-03-01T00:00:00Z");
    var past = Creation.imported(false, Map.of("created_at", created, "closed_at", closed));
    var lead =
        as(
            ada,
            () -> leads.create(Leads.draft("Lena", null, null).in(LOST, PROSPECT, "price"), past));
    assertThat(lead.status()).isEqualTo(LOST);
    assertThat(lead.stage()).isEqualTo(CLOSED_LOST);
    assertThat(lead.createdAt()).isEqualTo(created);
    assertThat(lead.closedAt()).isEqualTo(closed);
    assertThat(
            units.ask(
                "select metadata ->> 'seconds' from activities where action = 'status_changed' and"
                    + " entity_id = '%s'".formatted(lead.id())))
        .isEqualTo(String.valueOf(closed.getEpochSecond() - created.getEpochSecond()));
  }

  @Test
  void mergingMovesTheHistoryAndFillsTheGaps() {
    var from = create(Leads.draft("Max", "max@example.org", null));
    var into = create(Leads.draft("Maximilian", null, null));
    var counted = as(ada, () -> leads.merge(from.id(), null, into.id(), true));
    assertThat(counted.moved()).containsEntry("activities", 1L);
    var merged = as(ada, () -> leads.merge(from.id(), from.version(), into.id(), false));
    assertThat(merged.lead().email()).isEqualTo("max@example.org");
    assertThat(merged.lead().firstName()).isEqualTo("Maximilian");
    assertFails(Reason.NOT_FOUND, () -> leads.get(from.id()));
    assertFails(Reason.INVALID, () -> leads.merge(into.id(), null, into.id(), false));
  }

  private static Lead create(NewLead draft) {
    return as(ada, () -> leads.create(draft, Creation.NEW));
  }

  private static Lead move(Lead lead, LeadStatus status, LeadStage stage) {
    return as(
        ada,
        () -> leads.update(lead.id(), null, now -> draft(now).in(status, stage, now.lostReason())));
  }

  private static UUID delete(Lead lead) {
    leads.delete(lead.id(), null);
    return lead.id();
  }

  private static NewLead draft(Lead lead) {
    return Lead.TYPE.draft(lead);
  }

  private static NewLead scored(NewLead lead, Integer score) {
    return new NewLead(
        lead.firstName(),
        lead.lastName(),
        lead.email(),
        lead.phone(),
        lead.company(),
        lead.jobTitle(),
        lead.source(),
        lead.status(),
        lead.stage(),
        score,
        lead.estimatedValue(),
        lead.expectedCloseDate(),
        lead.assignedTo(),
        lead.lostReason(),
        lead.notes(),
        lead.metadata());
  }

  private static String activities(Lead lead, String action) {
    return units.ask(
        "select count(*) from activities where entity_id = '%s' and action = '%s'"
            .formatted(lead.id(), action));
  }

  private static <R> R as(TestCaller caller, Supplier<R> work) {
    return units.as(caller, work);
  }

  private static void assertFails(Reason reason, Supplier<?> call) {
    assertThatThrownBy(() -> as(ada, call))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
