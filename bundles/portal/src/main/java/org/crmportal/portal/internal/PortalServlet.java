package org.crmportal.portal.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crmportal.portal.internal.pages.PortalRegistry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves the portal's page, and the components that modules bring for it. */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=crm-portal)",
      "osgi.http.whiteboard.servlet.name=crm-portal",
      "osgi.http.whiteboard.servlet.pattern=/*"
    })
public final class PortalServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** What a browser may do with what it gets from here: nothing but what the portal needs. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
              + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
              + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  private final transient Site site;
  private final transient ModuleFiles modules;

  @Activate
  public PortalServlet(BundleContext context, @Reference PortalRegistry registry) {
    this(new Site(StaticFiles.of(context.getBundle(), "web")), new ModuleFiles(registry::files));
  }

  PortalServlet(Site site, ModuleFiles modules) {
    this.site = site;
    this.modules = modules;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only GET and HEAD are answered");
      return;
    }
    var found = find(request);
    if (found.isPresent()) {
      send(request, response, found.get());
    } else {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here");
    }
  }

  private Optional<Site.Found> find(HttpServletRequest request) {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    return path.startsWith(ModuleFiles.PREFIX)
        ? modules.find(path, request.getQueryString())
        : site.find(path, request.getHeader("Accept"));
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, Site.Found found)
      throws IOException {
    var file = found.file();
    var encoding = file.best(request.getHeader("Accept-Encoding"));
    var tag = file.tag(encoding);
    response.setHeader("ETag", tag);
    response.setHeader(
        "Cache-Control", found.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.hasForms()) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (knows(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    if (encoding != Encoding.NONE) {
      response.setHeader("Content-Encoding", encoding.token());
    }
    write(request, response, file.type(), file.read(encoding));
  }

  private static boolean knows(@Nullable String header, String tag) {
    return header != null && (header.contains(tag) || header.equals("*"));
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String type, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(content);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
