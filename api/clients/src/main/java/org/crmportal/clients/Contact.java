package org.crmportal.clients;

import java.time.Instant;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A person at a client; seen by whoever sees the client.
 *
 * @param name missing only where there is an e-mail address or a phone number
 * @param isPrimary whether it is the one that the client's {@code primary_contact_*} fields show
 */
public record Contact(
    UUID id,
    long version,
    UUID clientId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String jobTitle,
    boolean isPrimary,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What a contact is to the platform. */
  public static final RecordType<Contact, NewContact> TYPE =
      RecordType.of("contact", Contact.class, NewContact.class)
          .module("clients")
          .path("clients/{client_id}/contacts")
          .follows("client_id", "client")
          .texts("name", "email", "phone", "job_title")
          .titles("name", "email")
          .build();
}
