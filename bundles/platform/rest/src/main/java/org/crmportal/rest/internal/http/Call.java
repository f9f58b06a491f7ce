package org.crmportal.rest.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;

/** One request on its way from the servlet to the resource's method and back. */
public final class Call {

  /** The servlet request's attribute that holds the call. */
  public static final String ATTRIBUTE = Call.class.getName();

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String requestId;
  private final long routing;
  private @Nullable Caller caller;
  private @Nullable CrmException refused;
  private boolean read;
  private byte @Nullable [] body;

  /**
   * Begins a call.
   *
   * @param routing how often the routes had changed when it began
   */
  public Call(
      HttpServletRequest request, HttpServletResponse response, String requestId, long routing) {
    this.request = request;
    this.response = response;
    this.requestId = requestId;
    this.routing = routing;
  }

  /** The call that CXF works on in this thread. */
  public static Call current() {
    return of(JAXRSUtils.getCurrentMessage());
  }

  /** The call that a message belongs to. */
  public static Call of(Message message) {
    var incoming = message.getExchange().getInMessage();
    var request = (HttpServletRequest) incoming.get(AbstractHTTPDestination.HTTP_REQUEST);
    return (Call) request.getAttribute(ATTRIBUTE);
  }

  public String method() {
    return request.getMethod();
  }

  /** How often the routes had changed when it began. */
  public long routing() {
    return routing;
  }

  /** The path as it was sent. */
  public String path() {
    return request.getRequestURI();
  }

  /**
   * Makes room for another answer than the one that has begun; false if part of it has gone out,
   * and then the connection is broken.
   */
  boolean startsOver() {
    if (response.isCommitted()) {
      WebServer.breakOff();
      return false;
    }
    response.resetBuffer();
    return true;
  }

  /** The path and the query as they were sent. */
  String pathAndQuery() {
    var query = request.getQueryString();
    return query == null ? path() : path() + "?" + query;
  }

  public String requestId() {
    return requestId;
  }

  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** The client's key for this request, of a POST only. */
  public @Nullable String idempotencyKey() {
    return method().equals("POST") ? header("Idempotency-Key") : null;
  }

  /** Where the call comes from. */
  public Origin origin() {
    var agent = header("User-Agent");
    return new Origin(
        request.getRemoteAddr(),
        agent == null ? null : agent.substring(0, Math.min(agent.length(), 500)),
        requestId);
  }

  /** Who is calling, or null where nobody has to be signed in. */
  public @Nullable Caller caller() {
    return caller;
  }

  void caller(Caller known) {
    this.caller = known;
  }

  /** Keeps why the body was refused. */
  public void refuse(CrmException why) {
    this.refused = why;
  }

  /** Notes that the request was read and its method is being called. */
  void read() {
    read = true;
  }

  /** Whether a form is what comes in, and could not be read so far. */
  boolean readsForm() {
    var type = header("Content-Type");
    return !read && type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
  }

  @Nullable CrmException refused() {
    return refused;
  }

  /** Keeps the body for comparing it with a repeated request's. */
  public void body(byte[] bytes) {
    this.body = bytes;
  }

  byte @Nullable [] body() {
    return body;
  }
}
