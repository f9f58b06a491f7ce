package org.crmportal.clients.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientStatus;
import org.crmportal.clients.NewClient;
import org.crmportal.persistence.EnumConverter;
import org.crmportal.persistence.JsonConverter;
import org.crmportal.persistence.UuidConverter;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code clients}; db-changelog/clients owns the columns. */
@Entity
@Table(name = "clients")
@Converters({
  @Converter(name = "uuid", converterClass = UuidConverter.class),
  @Converter(name = "jsonb", converterClass = JsonConverter.class),
  @Converter(name = "enum", converterClass = EnumConverter.class)
})
class ClientEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version = 1;

  private String companyName;

  private @Nullable String industry;
  private @Nullable String website;
  private @Nullable String address;
  private @Nullable String city;
  private @Nullable String state;
  private @Nullable String country;

  private @Nullable String postalCode;

  private @Nullable String primaryContactName;

  private @Nullable String primaryContactEmail;

  private @Nullable String primaryContactPhone;

  @Convert("uuid")
  private @Nullable UUID accountManagerId;

  @Convert("enum")
  private ClientStatus status;

  private @Nullable String paymentTerms;

  private @Nullable BigDecimal creditLimit;

  private @Nullable String taxId;

  @Convert("jsonb")
  private Map<String, Object> metadata;

  private @Nullable Instant statusChangedAt;

  @Column(insertable = false, updatable = false)
  private @Nullable Instant lastContactAt;

  @Column(updatable = false)
  @Convert("uuid")
  private @Nullable UUID createdBy;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  private @Nullable Instant deletedAt;

  protected ClientEntity() {} // for JPA

  ClientEntity(NewClient client, @Nullable UUID createdBy, Instant createdAt, Instant now) {
    this.id = UUID.randomUUID();
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    this.status = client.status();
    this.statusChangedAt = createdAt;
    change(client, now);
  }

  /** Takes over all fields of a draft. */
  void change(NewClient client, Instant now) {
    if (status != client.status()) {
      statusChangedAt = now;
    }
    status = client.status();
    companyName = client.companyName();
    industry = client.industry();
    website = client.website();
    address = client.address();
    city = client.city();
    state = client.state();
    country = client.country();
    postalCode = client.postalCode();
    primaryContactName = client.primaryContactName();
    primaryContactEmail = client.primaryContactEmail();
    primaryContactPhone = client.primaryContactPhone();
    accountManagerId = client.accountManagerId();
    paymentTerms = client.paymentTerms();
    creditLimit = client.creditLimit();
    taxId = client.taxId();
    metadata = client.metadata();
    updatedAt = now;
  }

  /** Shows a person as its primary contact, or nobody. */
  void show(Person person, Instant now) {
    primaryContactName = person.name();
    primaryContactEmail = person.email();
    primaryContactPhone = person.phone();
    updatedAt = now;
  }

  /** Is deleted, or with null is back. */
  void delete(@Nullable Instant when, Instant now) {
    deletedAt = when;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  /** The primary contact as it shows it. */
  Person person() {
    return new Person(primaryContactName, primaryContactEmail, primaryContactPhone);
  }

  Client toClient() {
    return new Client(
        id,
        version,
        companyName,
        industry,
        website,
        address,
        city,
        state,
        country,
        postalCode,
        primaryContactName,
        primaryContactEmail,
        primaryContactPhone,
        accountManagerId,
        status,
        paymentTerms,
        creditLimit,
        taxId,
        metadata,
        statusChangedAt,
        lastContactAt,
        createdBy,
        createdAt,
        updatedAt,
        deletedAt);
  }
}
