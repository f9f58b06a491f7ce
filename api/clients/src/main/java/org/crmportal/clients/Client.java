package org.crmportal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param primaryContactName the name of the primary one of its contacts, as are e-mail and phone
 * @param accountManagerId the user who looks after it, and whose record it is
 * @param country as it was given; a two-letter code only where a law wants one
 * @param paymentTerms e.g. {@code net_30}
 * @param creditLimit what it may owe, in the company's base currency, two decimals
 * @param lastContactAt when people last called, met or wrote to it; derived from the activities
 * @param createdBy the user who created it
 */
public record Client(
    UUID id,
    long version,
    String companyName,
    @Nullable String industry,
    @Nullable String website,
    @Nullable String address,
    @Nullable String city,
    @Nullable String state,
    @Nullable String country,
    @Nullable String postalCode,
    @Nullable String primaryContactName,
    @Nullable String primaryContactEmail,
    @Nullable String primaryContactPhone,
    @Nullable UUID accountManagerId,
    ClientStatus status,
    @Nullable String paymentTerms,
    @Nullable BigDecimal creditLimit,
    @Nullable String taxId,
    Map<String, Object> metadata,
    @Nullable Instant statusChangedAt,
    @Nullable Instant lastContactAt,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What a client is to the platform. */
  public static final RecordType<Client, NewClient> TYPE =
      RecordType.of("client", Client.class, NewClient.class)
          .owners("account_manager_id", "created_by")
          .texts(
              "company_name",
              "industry",
              "website",
              "city",
              "primary_contact_name",
              "primary_contact_email",
              "primary_contact_phone",
              "tax_id")
          .titles("company_name")
          .status("status")
          .identity("primary_contact_email", "primary_contact_phone", "company_name", "country")
          .derived("last_contact_at")
          .lastContact("last_contact_at")
          .importable("created_at")
          .actions("merge")
          .timeline()
          .build();
}
