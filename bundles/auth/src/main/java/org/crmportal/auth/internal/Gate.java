package org.crmportal.auth.internal;

import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a call in by its token: an access token of a live session, or an API token. */
@Component(service = {Authenticator.class, Gate.class})
public final class Gate implements Authenticator {

  private final AccessCache cache;
  private final AccessTokens tokens;

  @Activate
  public Gate(@Reference AccessCache cache, @Reference SigningKey key) {
    this.cache = cache;
    this.tokens = key.tokens();
  }

  @Override
  public Caller authenticate(String token, Origin origin) {
    var caller = identify(token, origin);
    if (mustChangePassword(caller.id())) {
      throw CrmException.of(
          Reason.FORBIDDEN,
          "password_change_required",
          "The generated password must be changed first: POST /api/v1/auth/password",
          Map.of());
    }
    return caller;
  }

  @Override
  public Caller impersonate(UUID userId, Origin origin) {
    return cache
        .user(userId)
        .filter(UserAccess::active)
        .orElseThrow(() -> CrmException.unauthenticated("The user is not active"))
        .impersonated(origin);
  }

  /**
   * Who holds a token, even if nothing but a change of the password is allowed to them.
   *
   * @throws CrmException {@code UNAUTHENTICATED} if the token is not valid
   */
  SignedIn identify(String token, Origin origin) {
    return token.startsWith(Secrets.API_TOKEN) ? program(token, origin) : session(token, origin);
  }

  private SignedIn session(String token, Origin origin) {
    var holder = tokens.verify(token).orElseThrow(Gate::invalid);
    var access = cache.user(holder.user()).orElseThrow(Gate::invalid);
    if (!live(access, holder)) {
      // What is remembered may be older than the session.
      access = cache.reload(holder.user()).orElseThrow(Gate::invalid);
    }
    if (!live(access, holder)) {
      throw invalid();
    }
    return access.session(origin, holder.session());
  }

  private SignedIn program(String secret, Origin origin) {
    var token = cache.token(Secrets.hash(secret)).orElseThrow(Gate::invalid);
    var access = cache.user(token.user()).filter(UserAccess::active).orElseThrow(Gate::invalid);
    return access.program(origin, token.id(), token.scopes());
  }

  private boolean mustChangePassword(UUID user) {
    // Another node may have seen the change; so only what is fresh may refuse.
    return cache.user(user).filter(UserAccess::passwordChangeRequired).isPresent()
        && cache.reload(user).filter(UserAccess::passwordChangeRequired).isPresent();
  }

  private static boolean live(UserAccess access, AccessTokens.Holder holder) {
    return access.active() && access.sessions().contains(holder.session());
  }

  private static CrmException invalid() {
    return CrmException.unauthenticated("The token is not valid");
  }
}
