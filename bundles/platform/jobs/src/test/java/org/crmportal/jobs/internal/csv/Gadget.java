package org.crmportal.jobs.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record of the tests with a column of every kind. */
public record Gadget(
    UUID id,
    long version,
    String name,
    @Nullable String email,
    @Nullable Colour colour,
    @Nullable BigDecimal price,
    @Nullable Integer stock,
    @Nullable Boolean hidden,
    @Nullable LocalDate built,
    @Nullable UUID assignedTo,
    Map<String, Object> metadata,
    @Nullable UUID createdBy,
    Instant createdAt) {

  /** An enumeration. */
  public enum Colour {
    RED,
    DARK_BLUE
  }

  /** What the platform knows of it. */
  public static final RecordType<Gadget, NewGadget> TYPE =
      RecordType.of("gadget", Gadget.class, NewGadget.class)
          .owners("assigned_to", "created_by")
          .titles("name")
          .importable("created_at")
          .build();
}
