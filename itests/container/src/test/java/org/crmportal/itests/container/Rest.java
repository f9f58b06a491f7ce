package org.crmportal.itests.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Calls the API of the container over HTTP. */
final class Rest {

  private final HttpClient client;
  private final String port;
  private final String token;

  Rest(String port) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port, "");
  }

  private Rest(HttpClient client, String port, String token) {
    this.client = client;
    this.port = port;
    this.token = token;
  }

  /** The same as the administrator. */
  Rest signIn() {
    var body = "{\"email\": \"admin@crm.local\", \"password\": \"correct horse battery\"}";
    var answer = post("/auth/login", body);
    return new Rest(client, port, field(answer, "access_token"));
  }

  /** The id of a new lead. */
  String lead() {
    var answer = create();
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + answer.body());
    }
    return field(answer, "id");
  }

  /** Creates a lead, or not. */
  HttpResponse<String> create() {
    var name = UUID.randomUUID();
    return post(
        "/leads",
        "{\"first_name\": \"Ada\", \"last_name\": \""
            + name
            + "\", \"company\": \"C "
            + name
            + "\"}");
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String field(HttpResponse<String> answer, String name) {
    var start = answer.body().indexOf("\"" + name + "\":\"") + name.length() + 4;
    return answer.body().substring(start, answer.body().indexOf('"', start));
  }
}
