package org.crmportal.portal.internal.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record with a column of every kind. */
public record Note(
    UUID id,
    long version,
    String title,
    @Nullable String body,
    @Nullable String email,
    @Nullable String phone,
    Mood mood,
    @Nullable BigDecimal price,
    int likes,
    boolean pinned,
    @Nullable LocalDate due,
    @Nullable UUID assignedTo,
    @Nullable UUID parentId,
    Map<String, Object> metadata,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  /** How it is meant. */
  public enum Mood {
    GLAD,
    SAD
  }

  static final RecordType<Note, Draft> TYPE =
      RecordType.of("note", Note.class, Draft.class)
          .owners("assigned_to")
          .texts("title")
          .titles("title")
          .status("mood")
          .actions("shout")
          .build();

  /** What a caller may set. */
  public record Draft(
      String title,
      @Nullable String body,
      @Nullable String email,
      @Nullable String phone,
      Mood mood,
      @Nullable BigDecimal price,
      @Nullable UUID assignedTo) {

    public Draft {
      var checks = new Checks();
      title = checks.text("title", title, 100);
      body = checks.optionalText("body", body, 10_000);
      email = checks.optionalEmail("email", email);
      mood = mood == null ? Mood.GLAD : mood;
      checks.require(
          title.isEmpty() || body != null || email != null, "body", "required", "says nothing");
      checks.done();
    }
  }
}
