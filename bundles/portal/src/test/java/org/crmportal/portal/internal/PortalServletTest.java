package org.crmportal.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address of the portal gets its file, and nothing else does. */
class PortalServletTest {

  @TempDir private Path folder;
  private PortalServer server;

  @BeforeEach
  void start() throws IOException {
    write("web/index.html", "the page");
    write("web/index.html.gz", "the page in gzip");
    write("web/portal/sdk.js", "the kit");
    write("web/assets/main-1a2b.js", "the script");
    write("web/assets/main-1a2b.js.br", "the script in brotli");
    write("web/assets/main-1a2b.js.gz", "the script in gzip");
    write("portal/index.js", "the component");
    write("secret.txt", "nobody's business");
    server = new PortalServer(folder.resolve("web"), folder.resolve("portal"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String path, String content) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/leads", "/leads/0190-1", "/admin/audit", "/index.html"})
  void everyPageIsTheOnePage(String path) {
    var response = server.send("GET", path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("the page");
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/v2/leads", "/health/x", "/metrics/x", "/assets/x.js"})
  void whatIsNoPageIsNotThere(String path) {
    assertThat(server.send("GET", path, "Accept", "text/html").statusCode()).isEqualTo(404);
  }

  @Test
  void aProgramThatAsksForAPageGetsNone() {
    assertThat(server.send("GET", "/leads", "Accept", "*/*").statusCode()).isEqualTo(404);
    assertThat(server.send("GET", "/leads").statusCode()).isEqualTo(404);
  }

  @Test
  void aHashedFileIsKeptForEver() {
    var response = server.send("GET", "/assets/main-1a2b.js");

    assertThat(response.body()).isEqualTo("the script");
    assertThat(header(response, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void aFileOfOneNameIsAskedForAgain() {
    var first = server.send("GET", "/portal/sdk.js");
    var tag = header(first, "ETag");

    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    var again = server.send("GET", "/portal/sdk.js", "If-None-Match", "\"other\", " + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
  }

  @Test
  void theSmallestFormIsSentThatTheCallerReads() {
    assertThat(encoded("gzip, deflate, br")).isEqualTo("br: the script in brotli");
    assertThat(encoded("gzip")).isEqualTo("gzip: the script in gzip");
    assertThat(encoded("br;q=0, GZIP;q=0.5")).isEqualTo("gzip: the script in gzip");
    assertThat(encoded("deflate")).isEqualTo(": the script");
  }

  private String encoded(String accepted) {
    var response = server.send("GET", "/assets/main-1a2b.js", "Accept-Encoding", accepted);
    return header(response, "Content-Encoding") + ": " + response.body();
  }

  @Test
  void everyFormHasItsOwnTag() {
    var plain = server.send("GET", "/assets/main-1a2b.js");
    var small = server.send("GET", "/assets/main-1a2b.js", "Accept-Encoding", "br");

    assertThat(header(plain, "ETag")).isNotEqualTo(header(small, "ETag"));
  }

  @Test
  void headIsAnsweredWithoutTheContent() {
    var response = server.send("HEAD", "/assets/main-1a2b.js");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Length")).isEqualTo("10");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void nothingIsChangedHere(String method) {
    var response = server.send(method, "/");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/portal/modules/crm-notes/../../../secret.txt",
        "/portal/modules/crm-notes/%2e%2e/secret.txt",
        "/assets/main-1a2b.js.br",
        "/index.html.gz"
      })
  void noPathLeadsOutside(String path) {
    var response = server.send("GET", path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).doesNotContain("nobody's business");
  }

  @Test
  void theFileOfAModuleIsKeptWhenItsVersionIsNamed() {
    var path = "/portal/modules/crm-notes/index.js";
    var version = header(server.send("GET", path), "ETag").replace("\"", "");

    assertThat(server.send("GET", path).body()).isEqualTo("the component");
    assertThat(header(server.send("GET", path), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.send("GET", path + "?v=0"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.send("GET", path + "?v=" + version), "Cache-Control"))
        .contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/main-1a2b.js", "/no-such-file"})
  void everyAnswerSaysWhatABrowserMayDo(String path) {
    var response = server.send("GET", path);

    assertThat(header(response, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(response, "Permissions-Policy")).contains("camera=()");
  }
}
