package org.crmportal.itests.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a browser says went wrong: nothing may, but for what a test expects. */
final class Complaints {

  /** Told by the console once more; the answers themselves are judged here. */
  private static final String FAILED_LOAD = "Failed to load resource";

  /** A request that the page gave up, for a newer search or because it is left. */
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private static final String VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', (violation) => console.error(
        `violates ${violation.violatedDirective}: ${violation.blockedURI} ${violation.sample}`));
      """;

  private final List<String> heard = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Complaints(BrowserContext context) {
    context.addInitScript(VIOLATIONS);
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> heard.add("uncaught: " + error.error()));
    context.onRequestFailed(this::hear);
    context.onResponse(this::hear);
    // A browser that comes without a cookie asks whether it has a session, and has none.
    expect("401 POST /api/v1/auth/refresh");
  }

  /** What is no complaint from now on: status, method and path, or a part of the message. */
  void expect(String pattern) {
    expected.add(Pattern.compile(pattern));
  }

  List<String> unexpected() {
    return heard.stream()
        .filter(text -> expected.stream().noneMatch(pattern -> pattern.matcher(text).find()))
        .toList();
  }

  private void hear(ConsoleMessage message) {
    var bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith(FAILED_LOAD)) {
      heard.add(message.type() + ": " + message.text() + " " + message.location());
    }
  }

  private void hear(Request request) {
    if (!GIVEN_UP.equals(request.failure())) {
      heard.add(request.failure() + " " + request.method() + " " + path(request.url()));
    }
  }

  private void hear(Response response) {
    if (response.status() >= 400) {
      heard.add(response.status() + " " + response.request().method() + " " + path(response.url()));
    }
  }

  private static String path(String address) {
    var uri = URI.create(address);
    return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getRawQuery();
  }
}
