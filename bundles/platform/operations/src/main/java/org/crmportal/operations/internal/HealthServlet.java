package org.crmportal.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crmportal.platform.health.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers {@code /health/live} and {@code /health/ready} to everybody, a line for each part or, if
 * asked for, JSON. It stands outside the REST API, so that it answers also when that does not.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=crm-health)",
      "osgi.http.whiteboard.servlet.name=crm-health",
      "osgi.http.whiteboard.servlet.pattern=/*"
    })
public final class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient HealthReport report;
  private final transient JsonFactory json = new JsonFactory();

  @Activate
  public HealthServlet(@Reference HealthReport report) {
    this.report = report;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (path) {
      case "/live" -> answer(request, response, List.of(Health.up("server")));
      case "/ready" -> answer(request, response, report.parts());
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, List<Health> parts)
      throws IOException {
    var accept = request.getHeader("Accept");
    var asJson = accept != null && accept.contains("json");
    var body = (asJson ? json(parts) : text(parts)).getBytes(StandardCharsets.UTF_8);
    response.setStatus(HealthReport.ready(parts) ? 200 : 503);
    response.setContentType(asJson ? "application/json" : "text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String text(List<Health> parts) {
    return parts.stream()
        .map(part -> part.part() + ": " + word(part) + cause(part) + "\n")
        .collect(Collectors.joining());
  }

  private static String cause(Health part) {
    return part.cause().isEmpty() ? "" : " (" + part.cause() + ")";
  }

  private String json(List<Health> parts) throws IOException {
    var text = new StringWriter();
    try (var out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("status", HealthReport.ready(parts) ? "up" : "down");
      out.writeArrayFieldStart("parts");
      for (var part : parts) {
        out.writeStartObject();
        out.writeStringField("part", part.part());
        out.writeStringField("state", word(part));
        out.writeStringField("cause", part.cause());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return text.toString();
  }

  private static String word(Health part) {
    return part.state().name().toLowerCase(Locale.ROOT);
  }
}
