package org.crmportal.auth;

import org.jspecify.annotations.Nullable;

/**
 * A user and the password that was made for them.
 *
 * @param user the user
 * @param password the generated password, which is shown this once and must be changed at the first
 *     sign-in; null if the password was given
 */
public record Registration(User user, @Nullable String password) {

  @Override
  public String toString() {
    return "Registration[user=" + user + "]";
  }
}
