package org.crmportal.rest.internal.http;

import java.lang.reflect.Method;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.crmportal.rest.EventStream;

/** The execution on the way through CXF. */
public final class CxfInvoker extends JAXRSInvoker {

  private final Execution execution;

  public CxfInvoker(Execution execution) {
    this.execution = execution;
  }

  @Override
  protected Object performInvocation(
      Exchange exchange, Object resource, Method method, Object[] arguments) {
    var route = (Route) exchange.get(OperationResourceInfo.class);
    var answer = execution.of(Call.current(), route, resource, arguments);
    return answer.getEntity() instanceof EventStream ? withoutStream(answer) : answer;
  }

  /** CXF cannot leave an answer open: it serves only the headers of a stream. */
  private static Response withoutStream(Response answer) {
    if (!Call.current().method().equals("HEAD")) {
      throw new NotFoundException();
    }
    return Response.fromResponse(answer).entity(null).build();
  }
}
