package org.crmportal.leads.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.crmportal.persistence.EnumConverter;
import org.crmportal.persistence.JsonConverter;
import org.crmportal.persistence.UuidConverter;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code leads}; db-changelog/leads owns the columns. */
@Entity
@Table(name = "leads")
@Converters({
  @Converter(name = "uuid", converterClass = UuidConverter.class),
  @Converter(name = "jsonb", converterClass = JsonConverter.class),
  @Converter(name = "enum", converterClass = EnumConverter.class)
})
class LeadEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version = 1;

  private String firstName;
  private String lastName;
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String company;
  private @Nullable String jobTitle;
  private @Nullable String source;

  @Convert("enum")
  private LeadStatus status;

  @Convert("enum")
  private LeadStage stage;

  @Convert("enum")
  private @Nullable LeadStage stageBeforeLost;

  private @Nullable Integer score;
  private boolean scorePinned;

  @Convert("jsonb")
  private @Nullable Map<String, Object> scoreBreakdown;

  private @Nullable BigDecimal estimatedValue;
  private @Nullable LocalDate expectedCloseDate;

  @Convert("uuid")
  private @Nullable UUID assignedTo;

  private @Nullable String lostReason;

  @Convert("uuid")
  private @Nullable UUID convertedToClientId;

  private @Nullable String notes;

  @Convert("jsonb")
  private Map<String, Object> metadata;

  private @Nullable Instant statusChangedAt;
  private @Nullable Instant closedAt;

  @Column(insertable = false, updatable = false)
  private @Nullable Instant lastContactAt;

  @Column(updatable = false)
  @Convert("uuid")
  private @Nullable UUID createdBy;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  private @Nullable Instant deletedAt;

  protected LeadEntity() {} // for JPA

  LeadEntity(NewLead lead, @Nullable UUID createdBy, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    this.statusChangedAt = createdAt;
    change(lead, createdAt);
  }

  /** Takes over all fields of a draft; the moves that it makes are allowed. */
  void change(NewLead lead, Instant now) {
    firstName = lead.firstName();
    lastName = lead.lastName();
    email = lead.email();
    phone = lead.phone();
    company = lead.company();
    jobTitle = lead.jobTitle();
    source = lead.source();
    estimatedValue = lead.estimatedValue();
    expectedCloseDate = lead.expectedCloseDate();
    assignedTo = lead.assignedTo();
    lostReason = lead.lostReason();
    notes = lead.notes();
    metadata = lead.metadata();
    updatedAt = now;
    move(lead.status(), lead.stage(), now);
  }

  private void move(LeadStatus nextStatus, LeadStage nextStage, Instant now) {
    if (nextStatus == LeadStatus.LOST && stage != null && stage.open()) {
      stageBeforeLost = stage;
    }
    if (status != null && status != nextStatus) {
      statusChangedAt = now;
      closedAt = nextStatus.open() ? null : now;
    }
    status = nextStatus;
    stage = nextStage;
  }

  /** Becomes a client. */
  void convert(@Nullable UUID client, Instant when, Instant now) {
    move(LeadStatus.CONVERTED, LeadStage.CLOSED_WON, when);
    convertedToClientId = client;
    lostReason = null;
    updatedAt = now;
  }

  /** Is lost, as an import tells it. */
  void lose(@Nullable String reason, Instant when, Instant now) {
    move(LeadStatus.LOST, LeadStage.CLOSED_LOST, when);
    lostReason = reason;
    updatedAt = now;
  }

  /** Keeps points and the rules that gave them; a pinned score has none. */
  void score(int points, boolean pinned, @Nullable Map<String, Object> breakdown) {
    score = points;
    scorePinned = pinned;
    scoreBreakdown = breakdown;
  }

  void delete(@Nullable Instant when) {
    deletedAt = when;
  }

  @Nullable LeadStage stageBeforeLost() {
    return stageBeforeLost;
  }

  Lead toLead() {
    return new Lead(
        id,
        version,
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
        scorePinned,
        scoreBreakdown,
        estimatedValue,
        expectedCloseDate,
        assignedTo,
        lostReason,
        convertedToClientId,
        notes,
        metadata,
        statusChangedAt,
        closedAt,
        lastContactAt,
        createdBy,
        createdAt,
        updatedAt,
        deletedAt);
  }
}
