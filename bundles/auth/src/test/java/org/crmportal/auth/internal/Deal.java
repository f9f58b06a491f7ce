package org.crmportal.auth.internal;

import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record of the tests that belongs to somebody. */
public record Deal(
    UUID id,
    String name,
    @Nullable UUID assignedTo,
    @Nullable UUID createdBy,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What a caller may set. */
  public record Draft(String name, @Nullable UUID assignedTo) {}

  static final String TABLE =
      """
      create table deals (id uuid primary key default gen_random_uuid(), name text not null,
        assigned_to uuid, created_by uuid, version bigint not null default 0,
        created_at timestamp default now(), updated_at timestamp default now(),
        deleted_at timestamp)
      """;

  static final RecordType<Deal, Draft> TYPE =
      RecordType.of("deal", Deal.class, Draft.class)
          .owners("assigned_to", "created_by")
          .titles("name")
          .actions("win")
          .build();
}
