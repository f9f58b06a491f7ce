package org.crmportal.journal.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the audit trail and the timeline in the running transaction. */
@Component
public final class JournalImpl implements Journal {

  private static final String UPDATED = "updated";

  private final Transactions transactions;
  private final Callers callers;
  private final Listeners listeners;

  @Activate
  public JournalImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Listeners listeners) {
    this.transactions = transactions;
    this.callers = callers;
    this.listeners = listeners;
  }

  @Override
  public <T extends Record> T created(RecordType<T, ?> type, T after, Entry entry) {
    var told = say(entry, Sentence.of(type, after, entry.action()));
    write(type, type.id(after), new Changes(type, null, after), told);
    publish(type, type.id(after), entry.action(), null, after);
    return after;
  }

  @Override
  public <T extends Record> T changed(RecordType<T, ?> type, T before, T after, Entry entry) {
    var changes = new Changes(type, before, after);
    if (changes.none()) {
      running();
      return after;
    }
    var status = changes.status();
    var action =
        status != null && entry.action().equals(UPDATED) ? "status_changed" : entry.action();
    var told =
        new Entry(action, entry.description(), entry.metadata(), entry.at())
            .with("fields", changes.byPeople());
    if (status != null) {
      told = move(type, before, status, told);
    }
    var plain = status != null || action.equals(UPDATED);
    var sentence = plain ? Sentence.of(type, changes) : Sentence.of(type, after, action);
    write(type, type.id(after), changes, say(told, sentence));
    publish(type, type.id(after), action, before, after);
    return after;
  }

  @Override
  public <T extends Record> T deleted(RecordType<T, ?> type, T before, Entry entry) {
    var told = say(entry, Sentence.of(type, before, entry.action()));
    write(type, type.id(before), new Changes(type, before, null), told);
    publish(type, type.id(before), entry.action(), before, null);
    return before;
  }

  @Override
  public void told(RecordType<?, ?> type, UUID id, Entry entry) {
    rows().write(null, activity(type, id, say(entry, Sentence.of(type, entry.action()))));
  }

  @Override
  public long count(RecordType<?, ?> type, UUID id) {
    return new Timeline(transactions, type).count(id);
  }

  @Override
  public long move(RecordType<?, ?> type, UUID from, UUID into) {
    running();
    return new Timeline(transactions, type).move(from, into);
  }

  @Override
  public void audit(
      String action, String resourceType, @Nullable UUID resourceId, Map<String, ?> changes) {
    rows().write(new AuditRow(action, resourceType, resourceId, changes), null);
  }

  private void write(RecordType<?, ?> type, UUID id, Changes changes, Entry entry) {
    var fields = new LinkedHashMap<String, Object>(changes.fields());
    if (entry.metadata().containsKey("imported")) {
      fields.put("imported", new Changes.Change(null, true));
    }
    var audit = new AuditRow(entry.action(), type.name(), id, fields);
    var derivedOnly = entry.action().equals(UPDATED) && changes.byPeople().isEmpty();
    rows().write(audit, derivedOnly ? null : activity(type, id, entry));
  }

  /** What the system does by itself is in the audit trail but not in the timeline. */
  private @Nullable ActivityRow activity(RecordType<?, ?> type, UUID id, Entry entry) {
    if (!type.timeline() || callers.current().id() == null) {
      return null;
    }
    return new ActivityRow(
        type.name(),
        id,
        entry.action(),
        Objects.requireNonNull(entry.description()),
        entry.metadata(),
        when(entry));
  }

  private <T extends Record> Entry move(
      RecordType<T, ?> type, T before, Changes.Change status, Entry entry) {
    var moved = entry.with("from", status.before()).with("to", status.after());
    var since = since(type, before);
    return since == null
        ? moved
        : moved.with("seconds", Math.max(0, when(entry).getEpochSecond() - since.getEpochSecond()));
  }

  /** When a record came into its state: as it says itself, else its timeline, else its creation. */
  private <T extends Record> @Nullable Instant since(RecordType<T, ?> type, T before) {
    var values = type.values(before);
    if (values.get("status_changed_at") instanceof Instant changed) {
      return changed;
    }
    var created = values.get("created_at") instanceof Instant instant ? instant : null;
    return rows().lastMove(type, type.id(before)).orElse(created);
  }

  private <T extends Record> void publish(
      RecordType<T, ?> type, UUID id, String action, @Nullable T before, @Nullable T after) {
    var by = callers.current().id();
    listeners.publish(new RecordChange<>(type, id, action, before, after, by, Instant.now()));
  }

  private JournalRows rows() {
    running();
    return new JournalRows(transactions, callers.current());
  }

  private void running() {
    if (!transactions.active()) {
      throw new IllegalStateException("The journal is written in a transaction, and none runs");
    }
  }

  private static Entry say(Entry entry, String sentence) {
    return entry.description() == null ? entry.text(sentence) : entry;
  }

  private static Instant when(Entry entry) {
    return Objects.requireNonNullElseGet(entry.at(), Instant::now);
  }
}
