package org.crmportal.rest.internal.http;

import java.lang.reflect.Method;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;

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
    return execution.of(Call.current(), route, resource, arguments);
  }
}
