package org.crmportal.journal.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.People;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Activity;
import org.crmportal.platform.journal.ActivityService;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.journal.NewActivity;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the activities that people write. */
@Component(service = {ActivityService.class, RecordService.class})
public final class ActivityServiceImpl implements ActivityService {

  private final Transactions transactions;
  private final Records records;
  private final RecordTypes types;
  private final Authorship authors;
  private final Journal journal;
  private final ActivityRows rows;

  @Activate
  public ActivityServiceImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Records records,
      @Reference RecordTypes types,
      @Reference People people,
      @Reference Journal journal) {
    this.transactions = transactions;
    this.records = records;
    this.types = types;
    authors = new Authorship(callers, people);
    this.journal = journal;
    rows = new ActivityRows(transactions);
  }

  @Override
  public RecordType<Activity, NewActivity> type() {
    return Activity.TYPE;
  }

  @Override
  public Activity get(UUID id) {
    return records.get(Activity.TYPE, id);
  }

  @Override
  public Page<Activity> find(ListQuery query) {
    return records.find(Activity.TYPE, query);
  }

  @Override
  public Activity create(NewActivity draft, Creation how) {
    return transactions.required(
        () -> {
          subject(draft.entityType()).get(draft.entityId());
          var now = Instant.now();
          var created = how.history().get("created_at") instanceof Instant at ? at : now;
          var id = rows.insert(authors.owned(draft), authors.caller(), created, now);
          return journal.created(Activity.TYPE, told(get(id)), Entry.of(how));
        });
  }

  @Override
  public Activity update(UUID id, @Nullable Long version, Function<Activity, NewActivity> change) {
    return transactions.required(
        () -> {
          var before = lock(id, version);
          authors.require(before, "update");
          var draft = authors.owned(change.apply(before));
          sameSubject(before, draft);
          if (draft.equals(Activity.TYPE.draft(before))) {
            return before;
          }
          rows.update(id, draft);
          return journal.changed(Activity.TYPE, before, told(get(id)), Entry.of("updated"));
        });
  }

  @Override
  public Activity done(UUID id, @Nullable Long version) {
    return transactions.required(
        () -> {
          var before = lock(id, version);
          authors.requireOwner(before);
          if (before.dueDate() == null) {
            throw CrmException.conflict("no_follow_up", "The activity has no due date");
          }
          if (before.done()) {
            return before;
          }
          rows.done(id);
          return journal.changed(Activity.TYPE, before, told(get(id)), Entry.of("done"));
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    transactions.required(
        () -> {
          var before = lock(id, version);
          authors.require(before, "delete");
          rows.delete(id);
          told(before);
          return journal.deleted(Activity.TYPE, before, Entry.of("deleted"));
        });
  }

  @Override
  public Activity restore(UUID id) {
    return get(id);
  }

  private Activity lock(UUID id, @Nullable Long version) {
    rows.lock(id);
    var activity = get(id);
    if (version != null && version != activity.version()) {
      throw CrmException.stale(activity.version());
    }
    return activity;
  }

  /** Lets the record know that there was contact, and gives the activity back. */
  private Activity told(Activity activity) {
    rows.lastContact(subject(activity.entityType()).type(), activity.entityId());
    return activity;
  }

  private RecordService<?, ?> subject(String entityType) {
    return types
        .named(entityType)
        .filter(service -> service.type().timeline())
        .orElseThrow(
            () ->
                CrmException.invalid(
                    "entity_type", "unknown_value", entityType + " has no activities here"));
  }

  private static void sameSubject(Activity before, NewActivity draft) {
    if (!draft.entityType().equals(before.entityType())
        || !Objects.equals(draft.entityId(), before.entityId())) {
      throw CrmException.invalid(
          "entity_id", "read_only", "an activity stays with the record that it is about");
    }
  }
}
