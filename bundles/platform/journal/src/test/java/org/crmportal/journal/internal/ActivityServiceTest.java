package org.crmportal.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crmportal.journal.internal.Office.Seller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.journal.Activity;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.NewActivity;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityServiceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aNoteIsSeenByWhoeverSeesItsRecordOnly() {
    var note = write(office.ann, "note", null);

    assertThat(note.userId()).isEqualTo(office.ann.id());
    assertThat(office.as(office.boss, () -> office.activities.get(note.id()))).isEqualTo(note);
    assertThat(office.as(office.ann, () -> office.activities.find(ListQuery.ALL)).items())
        .containsExactly(note);
    assertThat(office.as(office.bob, () -> office.activities.find(ListQuery.ALL)).items())
        .isEmpty();
    refused(Reason.NOT_FOUND, () -> office.as(office.bob, () -> office.activities.get(note.id())));
  }

  @Test
  void nobodyWritesOnWhatTheyDoNotSee() {
    refused(
        Reason.NOT_FOUND,
        () ->
            office.as(
                office.bob,
                () -> office.activities.create(draft("note", null, null), Creation.NEW)));
    refused(Reason.INVALID, () -> on("ship", UUID.randomUUID()));
    refused(Reason.NOT_FOUND, () -> on("account", UUID.randomUUID()));
    assertThat(office.it.activities()).isEmpty();
  }

  @Test
  void theTimelineIsNewestFirstAndGoesWithItsRecord() {
    var first = write(office.ann, "note", null);
    var second = write(office.ann, "call", null);
    var timeline =
        ListQuery.ALL
            .where("entity_type", "account")
            .where("entity_id", office.annsAccount.toString());

    assertThat(office.as(office.boss, () -> office.activities.find(timeline)).items())
        .extracting(Activity::id)
        .containsExactly(second.id(), first.id());
    office.it.database.execute("update accounts set deleted_at = now()");
    assertThat(office.as(office.boss, () -> office.activities.find(timeline)).items()).isEmpty();
  }

  @Test
  void aStoppedModulesActivitiesAreNotShown() {
    write(office.ann, "note", null);
    office.running.clear();

    assertThat(office.as(office.ann, () -> office.activities.find(ListQuery.ALL)).items())
        .isEmpty();
  }

  @Test
  void aFollowUpIsItsAuthorsAndIsDoneOnce() {
    var call = write(office.ann, "call", TODAY);
    var open = ListQuery.ALL.where("owner_id", office.ann.id().toString()).where("done", "false");

    assertThat(call.ownerId()).isEqualTo(office.ann.id());
    assertThat(
            office.as(
                office.ann,
                () -> office.activities.find(open.matching("due_date=lt=2026-03-02")).items()))
        .containsExactly(call);
    var done = office.as(office.ann, () -> office.activities.done(call.id(), call.version()));
    assertThat(done.done()).isTrue();
    assertThat(done.version()).isEqualTo(call.version() + 1);
    assertThat(office.as(office.ann, () -> office.activities.done(call.id(), null)))
        .isEqualTo(done);
    assertThat(office.as(office.ann, () -> office.activities.find(open)).items()).isEmpty();
  }

  @Test
  void onlyOwnerAndAuthorCloseAFollowUp() {
    var forBoss =
        office.as(
            office.ann,
            () -> office.activities.create(draft("call", TODAY, office.boss.id()), Creation.NEW));
    var note = write(office.ann, "note", null);

    refused(Reason.NOT_FOUND, () -> done(office.bob, forBoss.id(), null));
    refused(Reason.CONFLICT, () -> done(office.ann, note.id(), null));
    refused(Reason.STALE, () -> done(office.boss, forBoss.id(), 7L));
    assertThat(done(office.boss, forBoss.id(), null).done()).isTrue();
  }

  @Test
  void aFollowUpNeedsADateAndAnOwnerWhoIsThere() {
    refused(Reason.INVALID, () -> draft("note", null, office.ann.id()));
    refused(
        Reason.INVALID,
        () ->
            office.as(
                office.ann,
                () ->
                    office.activities.create(
                        draft("note", TODAY, UUID.randomUUID()), Creation.NEW)));
  }

  @Test
  void aContactMovesTheRecordsLastContactAndNotItsVersion() {
    write(office.ann, "note", null);
    assertThat(account().lastContactAt()).isNull();
    var planned = write(office.ann, "meeting", TODAY);
    assertThat(account().lastContactAt()).isNull();

    var call = write(office.ann, "call", null);
    assertThat(account().lastContactAt()).isEqualTo(call.createdAt());
    var done = done(office.ann, planned.id(), null);
    assertThat(account().lastContactAt()).isEqualTo(done.doneAt());
    delete(office.ann, planned.id());
    assertThat(account().lastContactAt()).isEqualTo(call.createdAt());
    assertThat(account().version()).isZero();
  }

  @Test
  void onlyTheAuthorChangesAnActivity() {
    var note = write(office.ann, "note", null);

    refused(Reason.FORBIDDEN, () -> change(office.boss, note, "No"));
    refused(Reason.FORBIDDEN, () -> delete(office.boss, note.id()));
    var changed = change(office.ann, note, "Better");
    assertThat(changed.description()).isEqualTo("Better");
    assertThat(changed.version()).isEqualTo(note.version() + 1);
    assertThat(change(office.ann, changed, "Better")).isEqualTo(changed);
    delete(office.ann, note.id());
    refused(Reason.NOT_FOUND, () -> office.as(office.ann, () -> office.activities.get(note.id())));
    assertThat(office.it.audit())
        .extracting(row -> row.get("action"))
        .containsExactly("created", "updated", "deleted");
  }

  @Test
  void anActivityStaysWithItsRecord() {
    var note = write(office.ann, "note", null);

    refused(
        Reason.INVALID,
        () ->
            office.as(
                office.ann,
                () ->
                    office.activities.update(
                        note.id(),
                        null,
                        current ->
                            new NewActivity(
                                "account", office.bobsAccount, "note", "x", null, null))));
  }

  @Test
  void whatTheSystemWroteNobodyChanges() {
    var account = account();
    office.as(
        office.ann,
        () ->
            office.it.transactions.required(
                () -> office.it.journal.created(Account.TYPE, account, Entry.of("created"))));
    var written = office.as(office.ann, () -> office.activities.find(ListQuery.ALL)).items().get(0);

    refused(Reason.FORBIDDEN, () -> change(office.ann, written, "x"));
    refused(Reason.FORBIDDEN, () -> delete(office.ann, written.id()));
  }

  private Activity write(Seller who, String action, @Nullable LocalDate due) {
    return office.as(who, () -> office.activities.create(draft(action, due, null), Creation.NEW));
  }

  private NewActivity draft(String action, @Nullable LocalDate due, @Nullable UUID owner) {
    return new NewActivity("account", office.annsAccount, action, "About it", due, owner);
  }

  private Activity on(String type, UUID id) {
    var draft = new NewActivity(type, id, "note", "About it", null, null);
    return office.as(office.ann, () -> office.activities.create(draft, Creation.NEW));
  }

  private Activity done(Seller who, UUID id, @Nullable Long version) {
    return office.as(who, () -> office.activities.done(id, version));
  }

  private Activity change(Seller who, Activity activity, String text) {
    return office.as(
        who,
        () ->
            office.activities.update(
                activity.id(),
                null,
                current ->
                    new NewActivity(
                        current.entityType(), current.entityId(), "note", text, null, null)));
  }

  private void delete(Seller who, UUID id) {
    office.as(
        who,
        () -> {
          office.activities.delete(id, null);
          return id;
        });
  }

  private Account account() {
    return office.as(office.ann, () -> office.records.get(Account.TYPE, office.annsAccount));
  }

  private static void refused(Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
