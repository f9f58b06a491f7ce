package org.crmportal.examples.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The few calls of the REST API that a load needs; a refusal ends the load with its reason. */
final class Api {

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final URI base;
  private @Nullable String token;

  Api(URI base) {
    this.base = base.resolve("/api/v1/");
  }

  void signIn(String email, String password) {
    var answer = post("auth/login", Map.of("email", email, "password", password));
    token = answer.get("access_token").asText();
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, Object body) {
    return send(request(path).header("Content-Type", "application/json").POST(publisher(body)));
  }

  JsonNode put(String path, Object body) {
    return send(request(path).header("Content-Type", "application/json").PUT(publisher(body)));
  }

  /** Uploads a CSV file as an import and waits until the job has ended. */
  JsonNode load(String path, String csv, Map<String, Object> options) throws InterruptedException {
    var boundary = UUID.randomUUID().toString();
    var type = "multipart/form-data; boundary=" + boundary;
    var body = BodyPublishers.ofByteArray(multipart(boundary, csv, options));
    var id = send(request(path + "/import").header("Content-Type", type).POST(body)).get("id");
    var pause = Duration.ofMillis(200);
    while (true) {
      var job = get("jobs/" + id.asText());
      if (!job.get("status").asText().matches("queued|running")) {
        return job;
      }
      new java.util.concurrent.CountDownLatch(1)
          .await(pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }
  }

  private byte[] multipart(String boundary, String csv, Map<String, Object> options) {
    var body = new ByteArrayOutputStream();
    options.forEach(
        (name, value) -> {
          var text =
              value instanceof Map<?, ?> ? json.valueToTree(value).toString() : value.toString();
          part(body, boundary, "name=\"" + name + "\"", text);
        });
    part(body, boundary, "name=\"file\"; filename=\"data.csv\"\r\nContent-Type: text/csv", csv);
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static void part(ByteArrayOutputStream body, String boundary, String head, String text) {
    var part =
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(boundary, head, text);
    body.writeBytes(part.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.BodyPublisher publisher(Object body) {
    return BodyPublishers.ofString(json.valueToTree(body).toString());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri()
                + ": "
                + answer.statusCode()
                + " "
                + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
