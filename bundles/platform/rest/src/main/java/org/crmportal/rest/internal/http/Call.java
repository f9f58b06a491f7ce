package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;

/** One request on its way from the servlet to the resource's method and back. */
public final class Call {

  private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

  private HttpServletRequest request;
  private final HttpServletResponse response;
  private final String requestId;
  private final String segment;
  private final long routing;
  private Function<String, @Nullable String> variables = name -> null;
  private Supplier<? extends Map<String, List<String>>> queried = Map::of;
  private @Nullable Map<String, List<String>> query;
  private @Nullable Caller caller;
  private final Incoming incoming = new Incoming();
  private String route = "";

  /**
   * Begins a call.
   *
   * @param segment the first segment of its path
   * @param routing which change of that segment's routes was the last when it began
   */
  public Call(
      HttpServletRequest request,
      HttpServletResponse response,
      String requestId,
      String segment,
      long routing) {
    this.request = request;
    this.response = response;
    this.requestId = requestId;
    this.segment = segment;
    this.routing = routing;
  }

  /** The call that this thread works on. */
  public static Call current() {
    return Objects.requireNonNull(CURRENT.get(), "no call");
  }

  /** Makes it the one that this thread works on. */
  public void begin() {
    CURRENT.set(this);
  }

  /** Ends it. */
  public void end() {
    CURRENT.remove();
  }

  public String method() {
    return request.getMethod();
  }

  /** Keeps what the path and the query say, once it is clear whose call it is. */
  void routed(
      Function<String, @Nullable String> inPath,
      Supplier<? extends Map<String, List<String>>> inQuery) {
    this.variables = inPath;
    this.queried = inQuery;
  }

  /** What stands in the path for a variable. */
  public String variable(String name) {
    return Objects.requireNonNull(variables.apply(name), name);
  }

  /** The query parameters, decoded. */
  public Map<String, List<String>> query() {
    var known = query;
    if (known == null) {
      known = hasQuery() ? queried.get() : Map.of();
      query = known;
    }
    return known;
  }

  boolean hasQuery() {
    return rawQuery() != null;
  }

  @Nullable String rawQuery() {
    return request.getQueryString();
  }

  /** Reads on from a request whose body is watched. */
  public void watched(HttpServletRequest same) {
    this.request = same;
  }

  /** The body. */
  InputStream in() throws IOException {
    return request.getInputStream();
  }

  /** How long the body says to be; negative if it does not. */
  long length() {
    return request.getContentLengthLong();
  }

  HttpServletResponse response() {
    return response;
  }

  /** Lets the answer go on after this thread has left it. */
  AsyncContext async() {
    return request.startAsync();
  }

  /** The first segment of its path below {@code /api/v1}. */
  public String segment() {
    return segment;
  }

  /** Which change of its segment's routes was the last when it began. */
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
    return hasQuery() ? path() + "?" + rawQuery() : path();
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

  /** The template of the path that it was routed to; empty if it was not. */
  public String route() {
    return route;
  }

  void route(Route taken) {
    this.route = taken.path();
  }

  /** Who is calling, or null where nobody has to be signed in. */
  public @Nullable Caller caller() {
    return caller;
  }

  void caller(Caller known) {
    this.caller = known;
  }

  /** What is known of the body. */
  public Incoming incoming() {
    return incoming;
  }

  /** Whether a form is what comes in, and could not be read so far. */
  boolean readsForm() {
    var type = header("Content-Type");
    return !incoming.wasRead() && type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
  }
}
