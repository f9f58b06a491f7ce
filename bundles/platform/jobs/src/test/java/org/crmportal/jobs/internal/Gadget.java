package org.crmportal.jobs.internal;

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

  /** Their table. */
  static final String TABLE =
      """
      CREATE TABLE gadgets (
        id UUID PRIMARY KEY, version BIGINT NOT NULL DEFAULT 0, name VARCHAR(20) NOT NULL,
        email VARCHAR(255) UNIQUE, colour VARCHAR(20), price NUMERIC(12, 2), stock INTEGER,
        hidden BOOLEAN, built DATE, assigned_to UUID REFERENCES users(id), metadata JSONB NOT NULL,
        created_by UUID, created_at TIMESTAMP NOT NULL)
      """;

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
