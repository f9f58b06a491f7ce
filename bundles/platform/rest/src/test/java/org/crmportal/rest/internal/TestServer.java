package org.crmportal.rest.internal;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import org.crmportal.platform.Transactions;
import org.crmportal.rest.internal.http.Proxies;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.records.RecordResource;
import org.crmportal.rest.internal.records.Surroundings;
import org.jspecify.annotations.Nullable;

/** Everything between the socket and the services, at a free port. */
final class TestServer implements AutoCloseable {

  final TestPlatform platform = new TestPlatform();
  final Notes notes = new Notes();
  final Pipeline pipeline;
  private final Undertow undertow;
  private final HttpClient client = HttpClient.newHttpClient();

  TestServer() {
    this(null);
  }

  TestServer(@Nullable Transactions given) {
    var json = new Json();
    var transactions = given == null ? platform : given;
    pipeline =
        new Pipeline(
            json,
            platform,
            transactions,
            () -> platform.authRuns ? platform : null,
            path -> path.path().startsWith("/api/v1/sleepers") ? "sleepers" : null,
            path -> path.segment().equals("strangers") ? "strangers" : null,
            entrance());
    var around =
        new Surroundings(
            json,
            new TestPlatform.NoteRecords(notes),
            transactions,
            platform,
            name -> null,
            () -> platform.imports,
            pipeline.endpoints()::route);
    pipeline.publish(new Published("notes", new RecordResource<>(notes, around), Note.TYPE, 1));
    undertow = start();
  }

  private static Pipeline.Entrance entrance() {
    var limits = new Limits(Annotations.defaults(Limits.Config.class));
    return new Pipeline.Entrance(
        new Proxies(""), limits, new Watch(() -> null, limits), Pace.of(null));
  }

  private Undertow start() {
    var deployment =
        Servlets.deployment()
            .setClassLoader(TestServer.class.getClassLoader())
            .setContextPath("/api/v1")
            .setDeploymentName("rest")
            .addServlet(
                Servlets.servlet(
                        "rest",
                        Servlet.class,
                        new ImmediateInstanceFactory<Servlet>(pipeline.servlet()))
                    .addMapping("/*"));
    var manager = Servlets.defaultContainer().addDeployment(deployment);
    manager.deploy();
    try {
      var server =
          Undertow.builder()
              .addHttpListener(0, "127.0.0.1")
              .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 0L)
              .setHandler(io.undertow.Handlers.path().addPrefixPath("/api/v1", manager.start()))
              .build();
      server.start();
      return server;
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a caller do all that the notes know. */
  TestServer mayEverything() {
    for (var action : List.of("read", "create", "update", "delete", "export", "import", "shout")) {
      platform.permissions.add("notes:" + action);
    }
    return this;
  }

  /** Creates a note and gives its path. */
  String created(String body) {
    var location = post("/notes", body).headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/notes/"));
  }

  int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1" + path))
        .header("Authorization", "Bearer good");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(body("POST", path, body));
  }

  HttpResponse<String> patch(String path, String body) {
    return send(body("PATCH", path, body));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder body(String method, String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  @Override
  public void close() {
    undertow.stop();
    pipeline.close();
  }
}
