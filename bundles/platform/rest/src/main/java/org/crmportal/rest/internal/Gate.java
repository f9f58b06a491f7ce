package org.crmportal.rest.internal;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Problems;
import org.crmportal.rest.internal.http.Proxies;
import org.crmportal.rest.internal.http.Sender;
import org.crmportal.rest.internal.http.WebServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The servlet at {@code /api/v1}: limits what comes in, and gives it to the server of its first
 * path segment. It keeps nothing, so that the web server may destroy and start it as it likes.
 */
final class Gate extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final transient Endpoints endpoints;
  private final transient Problems problems;
  private final transient Proxies proxies;
  private final transient ClassLoader cxf;
  private final transient Limits limits;
  private final transient Watch watch;
  private final transient Pace pace;

  Gate(Endpoints endpoints, Problems problems, Pipeline.Entrance entrance, ClassLoader cxf) {
    this.endpoints = endpoints;
    this.problems = problems;
    this.proxies = entrance.proxies();
    this.limits = entrance.limits();
    this.watch = entrance.watch();
    this.cxf = cxf;
    this.pace = entrance.pace();
  }

  @Override
  protected void service(HttpServletRequest received, HttpServletResponse response)
      throws IOException {
    var request = proxies.without(received);
    var id = requestId(request.getHeader("X-Request-Id"));
    MDC.put("request_id", id);
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(cxf);
    try {
      headers(response, id, request.getPathInfo());
      var name = name(request.getPathInfo());
      var call = new Call(request, response, id, name, endpoints.changes(name));
      call.begin();
      long since = watch.begins();
      try {
        pass(limited(request), response, call);
      } catch (RuntimeException | IOException e) {
        answer(e, call, response);
      } finally {
        watch.ends(call, response.getStatus(), since);
        call.end();
      }
    } finally {
      thread.setContextClassLoader(loader);
      MDC.remove("request_id");
      MDC.remove("route");
      MDC.remove("user_id");
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, Call call)
      throws IOException {
    call.watched(request);
    var segment = enter(call.segment());
    if (segment == null) {
      throw problems.missing(call);
    }
    try {
      if (!segment.direct().answers(call)) {
        request.setAttribute(ADDRESS, request.getContextPath() + request.getServletPath());
        segment.destination().invoke(getServletConfig(), getServletContext(), request, response);
      }
    } finally {
      segment.leave();
    }
  }

  /** The segment's server; one that is being replaced right now is left for its successor. */
  private @Nullable Segment enter(String name) {
    var segment = endpoints.at(name);
    while (segment != null && !segment.enter()) {
      var next = endpoints.at(name);
      segment = next == segment ? null : next;
    }
    return segment;
  }

  private void answer(Exception thrown, Call call, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // Part of the answer has gone out: only a broken connection can say that it is not whole.
      WebServer.breakOff();
      return;
    }
    var problem = problems.response(thrown, call);
    response.resetBuffer();
    Sender.send(problem, (byte[]) problem.getEntity(), response);
  }

  private HttpServletRequest limited(HttpServletRequest request) {
    if (length(request) > limits.uri()) {
      throw new javax.ws.rs.ClientErrorException("The URL is too long", 414);
    }
    Charsets.check(request.getContentType());
    long limit = limit(request.getRequestURI());
    if (request.getContentLengthLong() > limit) {
      throw Body.tooLarge(limit);
    }
    if (request.getContentLengthLong() == 0 || bodiless(request.getMethod())) {
      return request;
    }
    return new Limited(request, limit, pace);
  }

  private static int length(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI().length() + (query == null ? 0 : query.length());
  }

  private long limit(String uri) {
    if (uri.endsWith("/import") || uri.endsWith("/content")) {
      return Long.MAX_VALUE;
    }
    return uri.endsWith("/bulk") || uri.contains("/bulk/") ? limits.bulkBody() : limits.body();
  }

  private static boolean bodiless(String method) {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  private static void headers(HttpServletResponse response, String id, @Nullable String path) {
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    boolean page = path != null && path.startsWith("/docs");
    response.setHeader("Content-Security-Policy", page ? PAGE_POLICY : POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
  }

  private static String requestId(@Nullable String sent) {
    return sent != null && SANE_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }

  private static String name(@Nullable String pathInfo) {
    if (pathInfo == null || pathInfo.length() < 2) {
      return "";
    }
    int slash = pathInfo.indexOf('/', 1);
    return slash < 0 ? pathInfo.substring(1) : pathInfo.substring(1, slash);
  }

  /** A request whose body is watched. */
  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;
    private final Pace pace;
    private @Nullable Body body;

    Limited(HttpServletRequest request, long limit, Pace pace) {
      super(request);
      this.limit = limit;
      this.pace = pace;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      // One for the request, so that asking twice does not begin the count again.
      var watched = body == null ? new Body(super.getInputStream(), limit, pace) : body;
      body = watched;
      return watched;
    }
  }

  /** Keeps nothing that could be lost. */
  @Override
  public void destroy() {}
}
