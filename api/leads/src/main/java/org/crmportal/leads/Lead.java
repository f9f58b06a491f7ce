package org.crmportal.leads;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a company's person, who may become a client.
 *
 * @param score 0 to 100: pinned by a person, or else computed by the {@link LeadScorer}s
 * @param scorePinned whether a person set the score
 * @param scoreBreakdown which rule gave how many points
 * @param estimatedValue what the sale may bring, in the company's base currency, two decimals
 * @param assignedTo the user who works on it, and whose record it is
 * @param lostReason why it was lost, while it is
 * @param convertedToClientId the client that it became
 * @param statusChangedAt when it came into its status
 * @param closedAt when it was won or lost; null while it is open
 * @param lastContactAt when people last called, met or wrote to it; derived from the activities
 */
public record Lead(
    UUID id,
    long version,
    String firstName,
    String lastName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String company,
    @Nullable String jobTitle,
    @Nullable String source,
    LeadStatus status,
    LeadStage stage,
    @Nullable Integer score,
    boolean scorePinned,
    @Nullable Map<String, Object> scoreBreakdown,
    @Nullable BigDecimal estimatedValue,
    @Nullable LocalDate expectedCloseDate,
    @Nullable UUID assignedTo,
    @Nullable String lostReason,
    @Nullable UUID convertedToClientId,
    @Nullable String notes,
    Map<String, Object> metadata,
    @Nullable Instant statusChangedAt,
    @Nullable Instant closedAt,
    @Nullable Instant lastContactAt,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What a lead is to the platform. */
  public static final RecordType<Lead, NewLead> TYPE =
      RecordType.of("lead", Lead.class, NewLead.class)
          .owners("assigned_to", "created_by")
          .texts("first_name", "last_name", "email", "phone", "company", "job_title", "notes")
          .titles("first_name", "last_name")
          .status("status")
          .identity("email", "phone")
          .derived("score", "score_breakdown", "last_contact_at")
          .lastContact("last_contact_at")
          .importable("created_at", "closed_at", "converted_to_client_id")
          .actions("convert", "merge")
          .timeline()
          .build();
}
