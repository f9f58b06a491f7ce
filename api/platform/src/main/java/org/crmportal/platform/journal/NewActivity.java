package org.crmportal.platform.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an activity.
 *
 * @param entityType what the record is that it is about: {@code lead}; cannot be changed later
 * @param entityId which record; cannot be changed later
 * @param action {@code note}, {@code call}, {@code meeting} or {@code email}
 * @param description what there is to say, up to 10,000 characters
 * @param dueDate makes it a follow-up: until when it is to be done
 * @param ownerId who is to do a follow-up; the caller, if nobody is named
 */
public record NewActivity(
    String entityType,
    UUID entityId,
    String action,
    String description,
    @Nullable LocalDate dueDate,
    @Nullable UUID ownerId) {

  private static final UUID NONE = new UUID(0, 0);

  /**
   * Checks every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewActivity {
    var checks = new Checks();
    entityType = checks.text("entity_type", entityType, 50);
    entityId = checks.present("entity_id", entityId, NONE);
    action = checks.text("action", action, 100);
    description = checks.text("description", description, 10_000);
    checks
        .require(
            Activity.BY_PEOPLE.contains(action),
            "action",
            "unknown_value",
            "must be one of " + String.join(", ", Activity.BY_PEOPLE))
        .require(
            ownerId == null || dueDate != null,
            "due_date",
            "required",
            "must not be empty where owner_id is given")
        .done();
  }
}
