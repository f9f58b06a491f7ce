package org.crmportal.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Calls the REST API over HTTP as one caller; the paths are those below {@code /api/v1}. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client;
  private final URI address;
  private final Map<String, String> headers;

  Api(URI address) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), address, Map.of());
  }

  private Api(HttpClient client, URI address, Map<String, String> headers) {
    this.client = client;
    this.address = address;
    this.headers = headers;
  }

  /** Another caller: who signs in with this e-mail and password. */
  public Api signIn(String email, String password) {
    var answer = post("/auth/login", Map.of("email", email, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("no sign-in: " + answer);
    }
    return with("Authorization", "Bearer " + answer.json().get("access_token").asText());
  }

  /** The same caller, who sends one more header. */
  public Api with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Api(client, address, more);
  }

  /** The same caller on another node. */
  Api at(URI node) {
    return new Api(client, node, headers);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  public Answer post(String path, Object body) {
    return with("Content-Type", "application/json").send("POST", path, json(body));
  }

  public Answer put(String path, Object body) {
    return with("Content-Type", "application/json").send("PUT", path, json(body));
  }

  public Answer patch(String path, Object body) {
    return with("Content-Type", "application/merge-patch+json").send("PATCH", path, json(body));
  }

  /** Any method with any body; the content type is a header of the caller's. */
  public Answer send(String method, String path, String body) {
    var target = address.resolve(path.matches("/(health|metrics).*") ? path : "/api/v1" + path);
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(target).timeout(LIMIT).method(method, publisher);
    headers.forEach(request::setHeader);
    try {
      var response = client.send(request.build(), Streamed.orWhole());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Listens to the changes that this caller is told of. */
  Events events() {
    var request = HttpRequest.newBuilder(address.resolve("/api/v1/events"));
    headers.forEach(request::setHeader);
    return new Events(client, request.build());
  }

  private static String json(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + body, e);
    }
  }
}
