package org.crmportal.auth.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Who sends a request that needs no access token.
 *
 * @param bearer the token that it comes with nevertheless, or null
 * @param cookie the refresh token of the cookie, or null
 * @param secure whether it came over https, as far as is known
 */
record Client(Origin origin, @Nullable String bearer, @Nullable String cookie, boolean secure) {

  /** The cookie with the refresh token. */
  static final String COOKIE = "crm_refresh";

  private static final int LONGEST_AGENT = 500;

  static Client of(HttpServletRequest request) {
    var agent = request.getHeader("User-Agent");
    var id =
        Objects.requireNonNullElseGet(MDC.get("request_id"), () -> UUID.randomUUID().toString());
    var origin =
        new Origin(
            request.getRemoteAddr(),
            agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
            id);
    // A proxy that says https can only make the cookie stricter.
    var secure =
        request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    return new Client(
        origin, Authenticator.token(request.getHeader("Authorization")), cookie(request), secure);
  }

  /**
   * The access token.
   *
   * @throws CrmException {@code UNAUTHENTICATED} if there is none
   */
  String token() {
    if (bearer == null) {
      throw CrmException.unauthenticated("This needs an access token");
    }
    return bearer;
  }

  /** The header that keeps a refresh token in the cookie; an empty one deletes it. */
  String cookie(String token, long seconds) {
    return COOKIE
        + "="
        + token
        + "; Path=/api/v1/auth; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(each -> each.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }
}
