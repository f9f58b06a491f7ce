package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP itself: verbs, media types, headers and limits. */
class HttpTest {

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status, "\"request_id\":\"");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    assertProblem(server.get("/nothing"), 404);
    assertProblem(server.get("/notes/a/b/c"), 404);
    assertProblem(server.get(""), 404);
    assertProblem(server.get("/notes/no-uuid"), 404);
  }

  @Test
  void aStoppedModuleIsNamed() {
    var response = server.get("/sleepers/1");

    assertProblem(response, 503);
    assertThat(response.body()).contains("\"module\":\"sleepers\"");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aWrongVerbIsToldTheRightOnes() {
    var response = server.send(server.body("PUT", "/notes", "{}"));

    assertProblem(response, 405);
    assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void aPathInAnUnusualSpellingFindsTheSameRecord() {
    var path = server.created("{\"title\": \"a\"}");
    var plain = server.get(path).body();

    for (var spelling : List.of(path.replace("-", "%2D"), path + ";v=1", path + "/")) {
      var response = server.get(spelling);
      assertThat(response.statusCode()).as(spelling).isEqualTo(200);
      assertThat(response.body()).isEqualTo(plain);
    }
  }

  @Test
  void mediaTypesAreNegotiated() {
    assertProblem(server.send(server.request("/notes").header("Accept", "image/png").GET()), 406);
    assertProblem(
        server.send(
            server
                .request("/notes")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        415);
  }

  @Test
  void headAndOptionsAnswerWithoutABody() {
    var path = server.created("{\"title\": \"a\"}");
    var head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
    var options = server.send(server.request(path).method("OPTIONS", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).isPresent();
    assertThat(head.body()).isEmpty();
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(options.headers().allValues("Allow").toString()).contains("PATCH");
    assertThat(options.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aSaneRequestIdIsKeptAndAnotherReplaced() {
    var kept = server.send(server.request("/notes").header("X-Request-Id", "trace-1.2_3"));
    var replaced = server.send(server.request("/notes").header("X-Request-Id", "a b<c>"));

    assertThat(kept.headers().firstValue("X-Request-Id")).hasValue("trace-1.2_3");
    assertThat(replaced.headers().firstValue("X-Request-Id").orElseThrow()).doesNotContain("<");
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() {
    var headers = server.get("/notes").headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void aLargeBodyIsRefused() {
    var body = "{\"title\": \"" + "x".repeat(1024 * 1024) + "\"}";

    assertProblem(server.post("/notes", body), 413);
    assertProblem(
        server.send(
            server
                .request("/notes")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))),
        413);
    assertThat(server.notes.kept).isEmpty();
  }

  @Test
  void aLongAddressIsRefused() {
    assertProblem(server.get("/notes?q=" + "x".repeat(9000)), 414);
  }

  @Test
  void deepJsonIsRefused() {
    var deep = "{\"metadata\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

    assertProblem(server.post("/notes", deep), 400);
  }

  @Test
  void aBodyThatEndsTooSoonHarmsNobody() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"ti"
                  .getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(server.get("/notes").statusCode()).isEqualTo(200);
    assertThat(server.notes.kept).isEmpty();
  }
}
