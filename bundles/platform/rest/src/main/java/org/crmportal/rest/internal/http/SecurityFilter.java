package org.crmportal.rest.internal.http;

import java.util.function.Supplier;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a request through to a method only if the method says who may call it, and they do. */
public final class SecurityFilter implements ContainerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityFilter.class);
  private static final String SCHEME = "Bearer ";

  private final Supplier<@Nullable Authenticator> authenticator;

  public SecurityFilter(Supplier<@Nullable Authenticator> authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    var message = JAXRSUtils.getCurrentMessage();
    // Nobody reads the request again once the answer is made.
    message.getExchange().put("cxf.io.cacheinput", false);
    var route = (Route) message.getExchange().get(OperationResourceInfo.class);
    var guard = route.guard();
    if (guard == null) {
      LOG.error("{} declares no permission and is refused", route);
      throw CrmException.forbidden("which the method does not declare");
    }
    if (!guard.open()) {
      var call = Call.of(message);
      var caller = caller(call);
      guard.check(caller);
      call.caller(caller);
    }
    refuseUnknownParameters(context, route);
  }

  private Caller caller(Call call) {
    var header = call.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw CrmException.unauthenticated("This needs an access token");
    }
    var service = authenticator.get();
    if (service == null) {
      throw CrmException.moduleDown("auth");
    }
    return service.authenticate(header.substring(SCHEME.length()).strip(), call.origin());
  }

  private static void refuseUnknownParameters(ContainerRequestContext context, Route route) {
    var known = route.parameters();
    if (known == null || context.getUriInfo().getRequestUri().getRawQuery() == null) {
      return;
    }
    for (var name : context.getUriInfo().getQueryParameters().keySet()) {
      if (!known.contains(name)) {
        throw CrmException.badParameter(name, "is not a known parameter here");
      }
    }
  }
}
