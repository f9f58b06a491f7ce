package org.crmportal.auth;

import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What everyone who is signed in may know of an active user.
 *
 * @param role the name of the role, or null
 */
public record Colleague(UUID id, String fullName, @Nullable String role) {

  /** What the platform has to know to list them; they are read from a view of the users. */
  public static final RecordType<Colleague, Colleague> TYPE =
      RecordType.of("colleague", Colleague.class, Colleague.class)
          .module("auth")
          .table("user_directory")
          .path("users/directory")
          .resource("users")
          .texts("full_name")
          .titles("full_name")
          .readOnly()
          .build();
}
