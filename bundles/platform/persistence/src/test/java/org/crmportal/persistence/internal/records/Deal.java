package org.crmportal.persistence.internal.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record with a column of every kind. */
public record Deal(
    UUID id,
    @Nullable UUID firmId,
    String title,
    @Nullable String city,
    @Nullable String notes,
    @Nullable String phone,
    @Nullable Stage stage,
    @Nullable Integer score,
    long visits,
    @Nullable BigDecimal amount,
    boolean open,
    @Nullable Boolean urgent,
    @Nullable LocalDate dueDate,
    @Nullable Instant seenAt,
    @Nullable UUID assignedTo,
    @Nullable UUID createdBy,
    @Nullable Map<String, Object> metadata,
    @Nullable List<String> tags,
    @Nullable List<UUID> watchers,
    @Nullable List<Integer> ratings,
    @Nullable String address,
    @Nullable Integer doubled,
    long version,
    @Nullable Instant createdAt,
    @Nullable Instant deletedAt) {

  static final RecordType<Deal, Draft> TYPE =
      RecordType.of("deal", Deal.class, Draft.class)
          .owners("assigned_to", "created_by")
          .follows("firm_id", "firm")
          .texts("title", "city", "notes", "phone")
          .titles("title")
          .status("stage")
          .computed("doubled", "t.score * 2")
          .timeline()
          .build();

  /** What a caller may set. */
  public record Draft(String title) {}

  static final String TABLES =
      """
      CREATE TABLE firms (
        id uuid PRIMARY KEY, name text NOT NULL, manager_id uuid,
        created_at timestamp DEFAULT CURRENT_TIMESTAMP, deleted_at timestamp);
      CREATE TABLE remarks (
        id uuid PRIMARY KEY, entity_type varchar(50) NOT NULL, entity_id uuid NOT NULL,
        text text NOT NULL);
      CREATE TABLE deals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), firm_id uuid REFERENCES firms(id),
        title varchar(200) NOT NULL, city varchar(100), notes text, phone varchar(50),
        stage varchar(50), score integer, visits bigint NOT NULL DEFAULT 0,
        amount decimal(12, 2), open boolean NOT NULL DEFAULT true, urgent boolean,
        due_date date, seen_at timestamptz, assigned_to uuid, created_by uuid,
        metadata jsonb DEFAULT '{}', tags text[], watchers uuid[], ratings jsonb, address inet,
        version bigint NOT NULL DEFAULT 0, created_at timestamp DEFAULT CURRENT_TIMESTAMP,
        deleted_at timestamp,
        search_text text GENERATED ALWAYS AS (public.crm_search(
          title || chr(10) || coalesce(city, '') || chr(10) || coalesce(notes, '')
          || chr(10) || coalesce(public.crm_phone(phone), ''))) STORED);
      CREATE INDEX deals_search ON deals USING gin(search_text gin_trgm_ops);
      CREATE INDEX deals_metadata ON deals USING gin(metadata);
      CREATE INDEX deals_list ON deals(created_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX deals_due ON deals(due_date);
      """;
}
