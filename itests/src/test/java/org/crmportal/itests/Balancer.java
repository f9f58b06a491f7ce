package org.crmportal.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy without affinity: each call goes to the next node, and to the one after it only
 * if that one refused the connection, so that nothing is sent twice.
 */
final class Balancer implements AutoCloseable {

  /** Which node has answered; a header of the balancer's own. */
  static final String NODE = "X-Served-By";

  /** Headers that are meant for the next one only, not for the other end. */
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "content-length",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final List<URI> nodes;
  private final AtomicInteger next = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Balancer(List<URI> nodes) {
    this.nodes = nodes;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::forward);
    server.setExecutor(threads);
    server.start();
  }

  /** Where callers find it. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void forward(HttpExchange call) throws IOException {
    try (call) {
      var body = call.getRequestBody().readAllBytes();
      for (int refused = 0; refused < nodes.size(); refused++) {
        var node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
        var answer = send(request(call, node, body));
        if (answer.isPresent()) {
          answer(call, node, answer.get());
          return;
        }
      }
      call.sendResponseHeaders(503, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // it may have been done: only the caller knows whether it may be done again
      call.sendResponseHeaders(502, -1);
    }
  }

  /** The node's answer; none if it takes no connections, and so has not seen the request. */
  private Optional<HttpResponse<byte[]>> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      return Optional.empty();
    }
  }

  private static HttpRequest request(HttpExchange call, URI node, byte[] body) {
    var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    var request =
        HttpRequest.newBuilder(node.resolve(call.getRequestURI()))
            .method(call.getRequestMethod(), publisher);
    call.getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isForwarded(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request
        .header("X-Forwarded-For", call.getRemoteAddress().getAddress().getHostAddress())
        .header("X-Forwarded-Host", call.getRequestHeaders().getFirst("Host"))
        .header("X-Forwarded-Proto", "https")
        .build();
  }

  private static void answer(HttpExchange call, URI node, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (isForwarded(name)) {
                call.getResponseHeaders().put(name, values);
              }
            });
    call.getResponseHeaders().set(NODE, node.toString());
    boolean empty = answer.body().length == 0;
    call.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
    call.getResponseBody().write(answer.body());
  }

  private static boolean isForwarded(String name) {
    return !HOP.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
