package org.crmportal.auth;

import java.time.Duration;

/**
 * What a sign-in or a refresh gives.
 *
 * @param accessToken a JWT that authenticates calls
 * @param lifetime how long the access token is valid from now
 * @param refreshToken an opaque token that is good for one {@link SessionService#refresh}
 * @param account who signed in
 */
public record SignIn(String accessToken, Duration lifetime, String refreshToken, Account account) {

  @Override
  public String toString() {
    return "SignIn[account=" + account + "]";
  }
}
