package org.crmportal.rest.internal.http;

import java.util.function.Function;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure that reaches JAX-RS with a problem document. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final Problems problems;
  private final Function<Call, @Nullable String> stopped;

  /**
   * Makes the mapper.
   *
   * @param stopped the module that has a call's path but did not serve it all the while, or null
   */
  public ProblemMapper(Problems problems, Function<Call, @Nullable String> stopped) {
    this.problems = problems;
    this.stopped = stopped;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    var message = JAXRSUtils.getCurrentMessage();
    var call = Call.of(message);
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
      return problems.response(missing(call), call);
    }
    return problems.response(thrown, call);
  }

  /** Why nothing is served at a path. */
  public CrmException missing(Call call) {
    var module = stopped.apply(call);
    return module == null
        ? CrmException.notFound("resource", call.path())
        : CrmException.moduleDown(module);
  }
}
