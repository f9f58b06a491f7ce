package org.crmportal.rest.internal.http;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure that reaches JAX-RS with a problem document. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final Problems problems;

  public ProblemMapper(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    var message = JAXRSUtils.getCurrentMessage();
    var call = Call.current();
    if (!call.startsOver()) {
      LOG.warn(
          "{} {} broke off midway, request {}",
          call.method(),
          call.path(),
          call.requestId(),
          thrown);
      return Response.serverError().build();
    }
    if (thrown instanceof WebApplicationException http
        && http.getResponse().getStatus() == 404
        && message.getExchange().get(OperationResourceInfo.class) == null) {
      return problems.response(problems.missing(call), call);
    }
    return problems.response(thrown, call);
  }
}
