package org.crmportal.rest.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.Note.NewNote;
import org.jspecify.annotations.Nullable;

/** Keeps notes in memory. */
final class Notes implements RecordService<Note, NewNote> {

  static final Instant NOW = Instant.parse("2026-11-22T10:43:00.123456Z");

  final Map<UUID, Note> kept = new LinkedHashMap<>();
  @Nullable ListQuery asked;
  private int sound = Integer.MAX_VALUE;

  /** Reading all of them fails after so many. */
  void failsAfter(int count) {
    sound = count;
  }

  /** Gives every note that matches, or a failure in between. */
  void each(ListQuery query, Consumer<Note> consumer) {
    if (sound == Integer.MAX_VALUE) {
      find(query).items().forEach(consumer);
      return;
    }
    var note =
        note(
            UUID.randomUUID(), 1, new NewNote("x", null, null, null, null, null, null, null), null);
    for (int i = 0; i < sound; i++) {
      consumer.accept(note);
    }
    throw CrmException.badRequest("no more");
  }

  @Override
  public RecordType<Note, NewNote> type() {
    return Note.TYPE;
  }

  @Override
  public synchronized Note get(UUID id) {
    var note = kept.get(id);
    if (note == null || note.deletedAt() != null) {
      throw CrmException.notFound("note", id);
    }
    return note;
  }

  @Override
  public synchronized Page<Note> find(ListQuery query) {
    asked = query;
    var titles = query.equal().get("title");
    var found =
        kept.values().stream()
            .filter(note -> (note.deletedAt() != null) == query.deleted())
            .filter(note -> titles == null || titles.contains(note.title()))
            .limit(query.limit())
            .toList();
    return new Page<>(found, null, query.count() ? (long) found.size() : null);
  }

  @Override
  public synchronized Note create(NewNote draft, Creation how) {
    if (!how.allowDuplicate()
        && kept.values().stream().anyMatch(note -> note.title().equals(draft.title()))) {
      throw CrmException.of(
          CrmException.Reason.CONFLICT,
          "duplicate",
          "There is one already",
          Map.of("candidates", List.of(Map.of("title", draft.title()))));
    }
    var note = note(UUID.randomUUID(), 1, draft, null);
    kept.put(note.id(), note);
    return note;
  }

  @Override
  public synchronized Note update(UUID id, @Nullable Long version, Function<Note, NewNote> change) {
    var before = get(id);
    checkVersion(version, before);
    var draft = change.apply(before);
    var after = note(id, before.version() + 1, draft, null);
    kept.put(id, after);
    return after;
  }

  @Override
  public synchronized void delete(UUID id, @Nullable Long version) {
    var before = get(id);
    checkVersion(version, before);
    kept.put(id, note(id, before.version() + 1, Note.TYPE.draft(before), NOW));
  }

  @Override
  public synchronized Note restore(UUID id) {
    var before = kept.get(id);
    if (before == null) {
      throw CrmException.notFound("note", id);
    }
    kept.put(id, note(id, before.version() + 1, Note.TYPE.draft(before), null));
    return get(id);
  }

  private static void checkVersion(@Nullable Long version, Note note) {
    if (version != null && version != note.version()) {
      throw CrmException.stale(note.version());
    }
  }

  private static Note note(UUID id, long version, NewNote draft, @Nullable Instant deletedAt) {
    return new Note(
        id,
        version,
        draft.title(),
        draft.mood(),
        draft.price(),
        draft.stars(),
        draft.pinned(),
        draft.due(),
        draft.author(),
        draft.metadata() == null ? Map.of() : draft.metadata(),
        7,
        NOW,
        deletedAt);
  }
}
