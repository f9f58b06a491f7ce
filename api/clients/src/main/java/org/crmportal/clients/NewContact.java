package org.crmportal.clients;

import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contact that a caller sets. An instance is always valid.
 *
 * @param clientId whose contact it is; it stays there
 * @param isPrimary whether it is the client's primary contact; the first one always is, and making
 *     one primary takes that from the one before
 */
public record NewContact(
    UUID clientId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String jobTitle,
    boolean isPrimary) {

  /**
   * Checks and normalises every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewContact {
    var checks = new Checks();
    clientId = checks.present("client_id", clientId, new UUID(0, 0));
    name = checks.optionalText("name", name, 255);
    email = checks.optionalEmail("email", email);
    phone = checks.optionalText("phone", phone, 50);
    jobTitle = checks.optionalText("job_title", jobTitle, 100);
    checks.require(
        name != null || email != null || phone != null,
        "name",
        "required",
        "a contact needs a name, an e-mail address or a phone number");
    checks.done();
  }
}
