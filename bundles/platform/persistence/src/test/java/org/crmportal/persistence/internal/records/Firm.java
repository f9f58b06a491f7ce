package org.crmportal.persistence.internal.records;

import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record that others follow. */
public record Firm(
    UUID id,
    String name,
    @Nullable UUID managerId,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  static final RecordType<Firm, Draft> TYPE =
      RecordType.of("firm", Firm.class, Draft.class)
          .owners("manager_id")
          .texts("name")
          .titles("name")
          .timeline()
          .build();

  /** What a caller may set. */
  public record Draft(String name) {}
}
