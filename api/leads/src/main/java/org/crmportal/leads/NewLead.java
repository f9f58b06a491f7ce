package org.crmportal.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a lead that a caller sets. An instance is always valid in itself; whether a status
 * may become another one is decided by {@link LeadService}.
 *
 * @param status {@code new} if it is missing
 * @param stage {@code prospect} if it is missing
 * @param score pins the score; null lets it be computed
 * @param lostReason demanded on the way to {@link LeadStatus#LOST}
 */
public record NewLead(
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
    @Nullable BigDecimal estimatedValue,
    @Nullable LocalDate expectedCloseDate,
    @Nullable UUID assignedTo,
    @Nullable String lostReason,
    @Nullable String notes,
    Map<String, Object> metadata) {

  /**
   * Checks and normalises every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewLead {
    var checks = new Checks();
    firstName = checks.text("first_name", firstName, 100);
    lastName = checks.text("last_name", lastName, 100);
    email = checks.optionalEmail("email", email);
    phone = checks.optionalText("phone", phone, 50);
    company = checks.optionalText("company", company, 255);
    jobTitle = checks.optionalText("job_title", jobTitle, 100);
    source = checks.optionalText("source", source, 50);
    status = status == null ? LeadStatus.NEW : status;
    stage = stage == null ? LeadStage.PROSPECT : stage;
    checks.require(
        score == null || (score >= 0 && score <= 100), "score", "range", "must be 0 to 100");
    estimatedValue = checks.optionalAmount("estimated_value", estimatedValue);
    lostReason = checks.optionalText("lost_reason", lostReason, 1000);
    checks.require(
        status != LeadStatus.LOST || lostReason != null,
        "lost_reason",
        "required",
        "is demanded when a lead is lost");
    notes = checks.optionalText("notes", notes, 100_000);
    metadata = metadata == null ? Map.of() : metadata;
    checks.done();
  }

  /** The same lead in another state. */
  public NewLead in(LeadStatus nextStatus, LeadStage nextStage, @Nullable String reason) {
    return new NewLead(
        firstName,
        lastName,
        email,
        phone,
        company,
        jobTitle,
        source,
        nextStatus,
        nextStage,
        score,
        estimatedValue,
        expectedCloseDate,
        assignedTo,
        reason,
        notes,
        metadata);
  }

  /** The same lead, assigned to a user. */
  public NewLead assignedTo(UUID user) {
    return new NewLead(
        firstName,
        lastName,
        email,
        phone,
        company,
        jobTitle,
        source,
        status,
        stage,
        score,
        estimatedValue,
        expectedCloseDate,
        user,
        lostReason,
        notes,
        metadata);
  }
}
