package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web server or CXF may leave open is closed. */
class ClosedHttpIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/system/console",
        "/system/console/bundles",
        "/jolokia",
        "/jolokia/list",
        "/hawtio",
        "/console",
        "/manager/html",
        "/cxf",
        "/cxf/services",
        "/api/v1/",
        "/api/v1/services",
        "/api/",
        "/health",
        "/health/",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/../../etc/passwd",
        "/health/../../../../etc/passwd",
        "/api/v1/docs/../../../../etc/passwd",
        "/api/v1/docs/..%2f..%2f..%2fetc%2fpasswd",
        "/api/v1/docs/%2e%2e/%2e%2e/etc/passwd",
        "/api/v1/docs/..;/..;/etc/passwd",
        "/api/v1/docs/META-INF/MANIFEST.MF",
        "/etc/keys.properties"
      })
  void nothingElseIsServed(String path) throws IOException {
    var answer = raw("GET " + path);

    assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404|405) .*");
    assertThat(answer).doesNotContain("root:", "Manifest-Version", "keys.properties</", "Index of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND"})
  void noOtherMethodsAreKnown(String method) throws IOException {
    for (var path : new String[] {"/", "/api/v1/leads", "/health/live"}) {
      assertThat(raw(method + " " + path)).matches("(?s)HTTP/1.1 (400|401|404|405|501) .*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/leads", "/health/live", "/no-such-thing", "/%"})
  void nobodyIsToldWhatServes(String path) throws IOException {
    var answer = raw("GET " + path);

    assertThat(answer).doesNotContainIgnoringCase("undertow", "powered-by");
    assertThat(answer).doesNotContain("\nServer:", "\nVia:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void aHeaderMakesNoOtherMethodOfAPost(String header) {
    var lead = "/leads/" + Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();

    assertThat(admin.with(header, "DELETE").post(lead, Map.of()).status()).isEqualTo(405);
    assertThat(admin.with(header, "DELETE").get(lead).status()).isEqualTo(200);
    assertThat(admin.get(lead).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_method=DELETE", "_method=PATCH", "_type=xml", "_ctype=xml"})
  void aQueryMakesNoOtherRequestOfIt(String query) {
    var lead = "/leads/" + Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();

    assertThat(admin.get(lead + "?" + query).status()).isEqualTo(400);
    assertThat(admin.post(lead + "?" + query, Map.of()).status()).isIn(400, 405);
    assertThat(admin.get(lead).status()).isEqualTo(200);
  }

  @Test
  void aReaderDoesNotDeleteByOverriding() {
    var lead = "/leads/" + Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();
    var reader = Person.who(server, "leads:read", "leads:create").api();

    for (var query : new String[] {"", "?_method=DELETE"}) {
      var answer = reader.with("X-HTTP-Method-Override", "DELETE").post(lead + query, Map.of());
      assertThat(answer.status()).isIn(400, 405);
    }
    assertThat(admin.get(lead).status()).isEqualTo(200);
  }

  /** The whole answer to a request line that no client library would send. */
  private String raw(String request) throws IOException {
    var port = server.address().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      var text = request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
