package org.crmportal.operations.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers {@code /metrics} to whoever may read it, in Prometheus' text format. */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=crm-metrics)",
      "osgi.http.whiteboard.servlet.name=crm-metrics",
      "osgi.http.whiteboard.servlet.pattern=/*"
    })
public final class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Metrics metrics;
  private final transient MetricsReaders readers;

  @Activate
  public MetricsServlet(@Reference Metrics metrics, @Reference MetricsReaders readers) {
    this.metrics = metrics;
    this.readers = readers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    int refusal = path == null || path.equals("/") ? readers.refusal(request) : 404;
    if (refusal != 0) {
      if (refusal == HttpServletResponse.SC_UNAUTHORIZED) {
        response.setHeader("WWW-Authenticate", "Bearer");
      }
      response.sendError(refusal);
      return;
    }
    var body = new ByteArrayOutputStream(32 * 1024);
    metrics.write(body);
    response.setContentType(Metrics.contentType());
    response.setContentLength(body.size());
    body.writeTo(response.getOutputStream());
  }
}
