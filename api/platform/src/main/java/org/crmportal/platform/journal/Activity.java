package org.crmportal.platform.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record or is to be done about it: written by the {@link Journal}, or
 * by a person. It may be seen by whoever may see the record, while that is not deleted.
 *
 * <p>A follow-up has a due date and an owner, and is open until it is done: a caller's own are
 * {@code owner_id=<id>&done=false}, the overdue ones among them those with {@code due_date=lt=}
 * today.
 *
 * @param entityType what the record is: {@code lead}
 * @param entityId which record
 * @param userId who did it or wrote it, or null if that user is gone
 * @param action what happened: {@code created}, {@code status_changed} …, or what a person writes:
 *     {@code note}, {@code call}, {@code meeting}, {@code email}
 * @param description a sentence for people
 * @param metadata facts for programs: {@code from}, {@code to}, {@code seconds} of a status change
 * @param dueDate until when a follow-up is to be done
 * @param ownerId who is to do it
 * @param done whether a follow-up is done
 * @param doneAt since when
 */
public record Activity(
    UUID id,
    long version,
    String entityType,
    UUID entityId,
    @Nullable UUID userId,
    String action,
    @Nullable String description,
    Map<String, Object> metadata,
    @Nullable LocalDate dueDate,
    @Nullable UUID ownerId,
    boolean done,
    @Nullable Instant doneAt,
    Instant createdAt,
    Instant updatedAt) {

  /** The actions of activities that people write; the system uses none of them. */
  public static final List<String> BY_PEOPLE = List.of("note", "call", "meeting", "email");

  /** The actions that are a contact with the person whose record it is. */
  public static final List<String> CONTACTS = List.of("call", "meeting", "email");

  /** What an activity is to the platform. */
  public static final RecordType<Activity, NewActivity> TYPE =
      RecordType.of("activity", Activity.class, NewActivity.class)
          .module("journal")
          .table("activities")
          .path("activities")
          .resource("activities")
          .followsAny("entity_type", "entity_id")
          .texts("description")
          .titles("action")
          .computed("done", "t.done_at IS NOT NULL")
          .importable("created_at")
          .everyone("read", "create", "update_own", "delete_own")
          .build();

  /** Whether a person wrote it, and not the system. */
  public boolean byPeople() {
    return BY_PEOPLE.contains(action);
  }
}
