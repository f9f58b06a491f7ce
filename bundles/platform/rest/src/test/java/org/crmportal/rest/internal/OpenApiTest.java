package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of what runs. */
class OpenApiTest {

  private final TestServer server = new TestServer();

  @BeforeEach
  void publish() {
    server.pipeline.publish(Published.resource(new NoteCommands(server.notes, server.platform), 1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> anonymous(String path) {
    return server.send(HttpRequest.newBuilder(server.request(path).build().uri()));
  }

  @Test
  void theDocumentIsValid() {
    var parsed = new OpenAPIV3Parser().readContents(anonymous("/openapi.json").body(), null, null);

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths())
        .containsKeys("/notes", "/notes/{id}", "/notes/{id}/shout");
  }

  @Test
  void itFollowsWhatRuns() {
    assertThat(anonymous("/openapi.json").body())
        .contains("\"NoteNewNote\"", "\"very_bad\"")
        .doesNotContain("/notes/undeclared")
        .doesNotContain("/replies");

    server.pipeline.publish(Published.resource(new ComingAndGoingTest.Replies(), 2));

    assertThat(anonymous("/openapi.json").body()).contains("\"/notes/{id}/replies\"");
  }

  @Test
  void thePageNeedsNoOtherHost() {
    var page = anonymous("/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    assertThat(anonymous("/docs/swagger-ui-bundle.js").body().length()).isGreaterThan(100_000);
    assertThat(anonymous("/docs/swagger-ui.css").statusCode()).isEqualTo(200);
    assertThat(anonymous("/docs/pom.xml").statusCode()).isEqualTo(404);
  }
}
