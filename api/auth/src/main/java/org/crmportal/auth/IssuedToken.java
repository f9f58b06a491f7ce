package org.crmportal.auth;

/**
 * An API token and its secret.
 *
 * @param secret what the program sends as {@code Bearer}; it is shown this once
 */
public record IssuedToken(ApiToken token, String secret) {

  @Override
  public String toString() {
    return "IssuedToken[token=" + token + "]";
  }
}
