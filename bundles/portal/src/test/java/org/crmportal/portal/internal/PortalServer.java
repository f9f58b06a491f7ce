package org.crmportal.portal.internal;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.ServletException;

/** The servlet on a web server at a free port, over files in a folder. */
final class PortalServer implements AutoCloseable {

  private final Undertow undertow;
  private final HttpClient client = HttpClient.newHttpClient();

  PortalServer(Path web, Path portal) {
    var module = files(portal);
    var servlet =
        new PortalServlet(
            new Site(files(web)),
            new ModuleFiles(
                bundle -> bundle.equals("crm-notes") ? Optional.of(module) : Optional.empty()));
    try {
      var manager =
          Servlets.defaultContainer()
              .addDeployment(
                  Servlets.deployment()
                      .setClassLoader(PortalServer.class.getClassLoader())
                      .setContextPath("/")
                      .setDeploymentName("portal")
                      .addServlet(
                          Servlets.servlet(
                                  "portal",
                                  Servlet.class,
                                  new ImmediateInstanceFactory<Servlet>(servlet))
                              .addMapping("/*")));
      manager.deploy();
      undertow =
          Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
      undertow.start();
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StaticFiles files(Path folder) {
    var urls = new TreeMap<String, URL>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        urls.put(folder.relativize(file).toString(), url(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StaticFiles.of(urls);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  /** Sends a request; headers are names and values in turn. */
  HttpResponse<String> send(String method, String path, String... headers) {
    var address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
