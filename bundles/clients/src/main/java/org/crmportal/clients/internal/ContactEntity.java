package org.crmportal.clients.internal;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.clients.Contact;
import org.crmportal.clients.NewContact;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code contacts}; its converters are those of {@link ClientEntity}. */
@Entity
@Table(name = "contacts")
class ContactEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version = 1;

  @Convert("uuid")
  private UUID clientId;

  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String phone;

  private @Nullable String jobTitle;

  private boolean isPrimary;

  @Column(updatable = false)
  @Convert("uuid")
  private @Nullable UUID createdBy;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  private @Nullable Instant deletedAt;

  protected ContactEntity() {} // for JPA

  ContactEntity(NewContact contact, @Nullable UUID createdBy, Instant now) {
    this.id = UUID.randomUUID();
    this.createdBy = createdBy;
    this.createdAt = now;
    change(contact, now);
  }

  /** Takes over all fields of a draft. */
  void change(NewContact contact, Instant now) {
    clientId = contact.clientId();
    name = contact.name();
    email = contact.email();
    phone = contact.phone();
    jobTitle = contact.jobTitle();
    isPrimary = contact.isPrimary();
    updatedAt = now;
  }

  /** Is the same person with other data. */
  void know(Person person, @Nullable String job, Instant now) {
    name = person.name();
    email = person.email();
    phone = person.phone();
    jobTitle = job;
    updatedAt = now;
  }

  /** Becomes the primary contact of its client, or no longer is. */
  void lead(boolean leads, Instant now) {
    isPrimary = leads;
    updatedAt = now;
  }

  /** Goes to another client. */
  void move(UUID client, boolean leads, Instant now) {
    clientId = client;
    lead(leads, now);
  }

  /** Is deleted, or with null is back. */
  void delete(@Nullable Instant when, Instant now) {
    deletedAt = when;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID clientId() {
    return clientId;
  }

  boolean primary() {
    return isPrimary;
  }

  Person person() {
    return new Person(name, email, phone);
  }

  @Nullable String jobTitle() {
    return jobTitle;
  }

  Contact toContact() {
    return new Contact(
        id, version, clientId, name, email, phone, jobTitle, isPrimary, createdBy, createdAt,
        updatedAt, deletedAt);
  }
}
