package org.crmportal.auth;

import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made, with or without a password.
 *
 * @param password what the user signs in with, or null for a generated one
 */
public record NewAccount(
    String email,
    String fullName,
    @Nullable String phone,
    UUID roleId,
    @Nullable Boolean isActive,
    @Nullable String password) {

  /**
   * Checks the fields, except for the password, which {@link UserService#register} judges.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public NewAccount {
    var user = new NewUser(email, fullName, phone, roleId, isActive);
    email = user.email();
    fullName = user.fullName();
    phone = user.phone();
    isActive = user.isActive();
  }

  /** The fields without the password. */
  public NewUser user() {
    return new NewUser(email, fullName, phone, roleId, isActive);
  }
}
