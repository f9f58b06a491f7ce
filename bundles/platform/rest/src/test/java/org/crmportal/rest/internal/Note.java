package org.crmportal.rest.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record with one column of every sort, for tests. */
public record Note(
    UUID id,
    long version,
    String title,
    @Nullable Mood mood,
    @Nullable BigDecimal price,
    @Nullable Integer stars,
    @Nullable Boolean pinned,
    @Nullable LocalDate due,
    @Nullable UUID author,
    Map<String, Object> metadata,
    long heat,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  static final RecordType<Note, NewNote> TYPE =
      RecordType.of("note", Note.class, NewNote.class)
          .owners("author")
          .texts("title")
          .titles("title")
          .status("mood")
          .derived("heat")
          .build();

  /** How the writer felt. */
  public enum Mood {
    GOOD,
    VERY_BAD
  }

  /** What a caller may set. */
  public record NewNote(
      String title,
      @Nullable Mood mood,
      @Nullable BigDecimal price,
      @Nullable Integer stars,
      @Nullable Boolean pinned,
      @Nullable LocalDate due,
      @Nullable UUID author,
      @Nullable Map<String, Object> metadata) {

    public NewNote {
      var checks = new Checks();
      title = checks.text("title", title, 20);
      price = checks.optionalAmount("price", price);
      metadata = metadata == null ? Map.of() : metadata;
      checks.done();
    }
  }
}
