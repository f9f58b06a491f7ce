package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way gives the answers of the long one. */
class DirectTest {

  private static final String LONG_WAY = "application/json, */*";

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | NOTE                                   |
          GET    | NOTE?fields=title                      |
          GET    | NOTE?fields=colour                     |
          GET    | NOTE?colour=red                        |
          GET    | NOTE?fields=title&fields=id            |
          GET    | /notes                                 |
          GET    | /notes?limit=1&count=true&sort=-title  |
          GET    | /notes?limit=a%20b                     |
          GET    | /notes?title=a+b&title=c%26            |
          GET    | /notes?colour=red                      |
          GET    | /notes?&&=x                            |
          GET    | /notes/1                               |
          GET    | /notes/00000000-0000-0000-0000-000000000000 |
          POST   | NOTE/shout                             | {"marks": 2}
          POST   | NOTE/shout                             | {"marks": -2}
          POST   | NOTE/shout                             | {"marks": 2, "inner": {"word": ""}}
          POST   | /notes/1/shout                         | {"marks": 2}
          POST   | /notes                                 | {"title": "", "stars": "many"}
          POST   | /notes                                 | {"title": "a
          POST   | /notes                                 | {} {}
          POST   | /notes                                 | []
          POST   | /notes?allow_duplicate=perhaps         | {"title": "a"}
          PATCH  | NOTE                                   | {"version": 9}
          PATCH  | NOTE                                   | null
          DELETE | /notes/1                               |
          """)
  void bothWaysAgree(String method, String path, String body) {
    var note = server.created("{\"title\": \"a\"}");
    var at = path.replace("NOTE", note);

    var direct = server.send(request(method, at, body));
    var detour = server.platform.throughCxf;
    server.platform.throughCxf = true;
    var through = server.send(request(method, at, body).header("Accept", LONG_WAY));

    assertThat(detour).as("went through CXF").isFalse();
    assertThat(told(direct)).isEqualTo(told(through));
  }

  @Test
  void createdAndDeletedAreTheSameToo() {
    var direct = server.send(request("POST", "/notes", "{\"title\": \"a\"}"));
    assertThat(server.platform.throughCxf).isFalse();
    var through =
        server.send(request("POST", "/notes", "{\"title\": \"b\"}").header("Accept", LONG_WAY));
    assertThat(server.platform.throughCxf).isTrue();

    assertThat(withoutIds(told(direct)))
        .isEqualTo(withoutIds(told(through)).replace("\"b\"", "\"a\""));
    assertThat(told(server.send(request("DELETE", path(direct), null))))
        .isEqualTo(
            told(server.send(request("DELETE", path(through), null).header("Accept", LONG_WAY))));
  }

  @Test
  void headersThatChangeTheAnswerAreObeyed() {
    var note = server.created("{\"title\": \"a\"}");
    var tag = server.get(note).headers().firstValue("ETag").orElseThrow();

    assertThat(server.send(server.request(note).header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    assertThat(
            server.send(server.body("PATCH", note, "{}").header("If-Match", "\"99\"")).statusCode())
        .isEqualTo(412);
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    server.platform.throughCxf = false;
    return body == null
        ? server.request(path).method(method, BodyPublishers.noBody())
        : server.body(method, path, body);
  }

  private static String told(HttpResponse<String> response) {
    var headers = new TreeMap<>(response.headers().map());
    Stream.of("date", "x-request-id").forEach(headers::remove);
    return response.statusCode()
        + " "
        + headers
        + " "
        + response.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  private static String withoutIds(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
  }

  private static String path(HttpResponse<String> created) {
    var location = created.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/notes/"));
  }
}
