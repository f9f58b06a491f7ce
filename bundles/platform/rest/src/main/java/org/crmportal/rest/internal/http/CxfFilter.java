package org.crmportal.rest.internal.http;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/** The door on the way through CXF. */
public final class CxfFilter implements ContainerRequestFilter {

  private final Door door;

  public CxfFilter(Door door) {
    this.door = door;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    var message = JAXRSUtils.getCurrentMessage();
    // Nobody reads the request again once the answer is made.
    message.getExchange().put("cxf.io.cacheinput", false);
    var route = (Route) message.getExchange().get(OperationResourceInfo.class);
    var call = Call.current();
    var uri = context.getUriInfo();
    call.routed(uri.getPathParameters()::getFirst, uri::getQueryParameters);
    door.admit(call, route, call.query()::keySet);
  }
}
