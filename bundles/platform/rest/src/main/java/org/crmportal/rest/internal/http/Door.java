package org.crmportal.rest.internal.http;

import java.util.Set;
import java.util.function.Supplier;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Lets a call through to a method only if the method says who may call it, and they do. */
public final class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Supplier<@Nullable Authenticator> authenticator;

  public Door(Supplier<@Nullable Authenticator> authenticator) {
    this.authenticator = authenticator;
  }

  /**
   * Finds out who is calling, and refuses them or what they ask for.
   *
   * @param queried the names of the query parameters that were sent
   */
  void admit(Call call, Route route, Supplier<Set<String>> queried) {
    call.route(route);
    MDC.put("route", call.route());
    var guard = route.guard();
    if (guard == null) {
      LOG.error("{} declares no permission and is refused", route);
      throw CrmException.forbidden("which the method does not declare");
    }
    if (!guard.open()) {
      var caller = caller(call.header("Authorization"), call.origin());
      var user = caller.id();
      if (user != null) {
        MDC.put("user_id", user.toString());
      }
      guard.check(caller);
      call.caller(caller);
    }
    var known = route.parameters();
    if (known == null || !call.hasQuery()) {
      return;
    }
    for (var name : queried.get()) {
      if (!known.contains(name)) {
        throw CrmException.badParameter(name, "is not a known parameter here");
      }
    }
  }

  /** What finds out anew who is behind a call that was let in. */
  Supplier<Caller> again(Call call) {
    var header = call.header("Authorization");
    var origin = call.origin();
    return () -> caller(header, origin);
  }

  private Caller caller(@Nullable String header, Origin origin) {
    var token = Authenticator.token(header);
    if (token == null) {
      throw CrmException.unauthenticated("This needs an access token");
    }
    var service = authenticator.get();
    if (service == null) {
      throw CrmException.moduleDown("auth");
    }
    return service.authenticate(token, origin);
  }
}
