package org.crmportal.auth;

import java.util.Locale;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a user that a caller may set. The password is none of them: it goes its own ways.
 *
 * @param email an e-mail address; kept in lower case
 * @param fullName at most 255 characters
 * @param phone at most 50 characters, or null
 * @param roleId the role
 * @param isActive whether the user may sign in; null means yes
 */
public record NewUser(
    String email,
    String fullName,
    @Nullable String phone,
    UUID roleId,
    @Nullable Boolean isActive) {

  private static final UUID NONE = new UUID(0, 0);

  /**
   * Checks and normalises the fields.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public NewUser {
    var checks = new Checks();
    email = checks.text("email", email, 255).toLowerCase(Locale.ROOT);
    if (!email.isEmpty()) {
      checks.optionalEmail("email", email);
    }
    fullName = checks.text("full_name", fullName, 255);
    phone = checks.optionalText("phone", phone, 50);
    roleId = checks.present("role_id", roleId, NONE);
    isActive = isActive == null ? Boolean.TRUE : isActive;
    checks.done();
  }

  /** Whether the user may sign in. */
  public boolean active() {
    return !Boolean.FALSE.equals(isActive);
  }
}
