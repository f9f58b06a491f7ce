package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the node serves beside its API: the portal, and nothing else. */
class PortalFilesIT {

  private final CrmServer server = CrmServer.shared();
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/no-such-file.js", "/portal/modules/crm-leads/none.js"})
  void everyAnswerSaysWhatABrowserMayDo(String path) {
    var headers = send("GET", path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/no-such-file.js",
        "/assets/..%2f..%2fMETA-INF/MANIFEST.MF",
        "/portal/modules/crm-leads/../META-INF/MANIFEST.MF",
        "/portal/modules/crm-leads/%2e%2e/META-INF/MANIFEST.MF",
        "/portal/modules/crm-leads/META-INF/MANIFEST.MF",
        "/portal/modules/no-such-bundle/index.js",
        "/portal/modules/crm-leads",
        "/portal/modules/",
        "/api",
        "/health/none"
      })
  void whatIsNoPageIsNotThere(String path) {
    var answer = send("GET", path, "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Manifest-Version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void nothingIsChangedHere(String method) {
    var answer = send(method, "/");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void headIsAnsweredAsGetWithoutAContent() {
    var get = send("GET", "/", "Accept", "text/html");
    var head = send("HEAD", "/", "Accept", "text/html");

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    assertThat(head.body()).isEmpty();
  }
}
