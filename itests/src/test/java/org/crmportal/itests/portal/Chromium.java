package org.crmportal.itests.portal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one Chromium of a test run; it is the machine's own, driven by Playwright. */
final class Chromium implements AutoCloseable {

  private static final Path PROGRAM =
      Path.of(System.getProperty("crm.chromium", "/usr/bin/chromium"));

  /** Runs the machine's Node, or the one that the build fetched. */
  private static final Path NODE = Path.of("../bundles/portal/tools/node");

  static final String ELSEWHERE = "crm.test";

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Another machine, as the browser sees it: a page from there is not secure without TLS.
          "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1");

  /** In milliseconds; a busy machine is no failure. */
  private static final int PATIENCE = Integer.getInteger("crm.patience", 60_000);

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    // CI installs it: there, to go on without would hide that nothing is tested.
    assumeTrue(
        System.getenv("CI") != null || Files.isExecutable(PROGRAM), "skipped: no " + PROGRAM);
    // The driver comes from npm, see package.json; the archive for Java holds five Nodes.
    System.setProperty("playwright.cli.dir", Path.of("node_modules").toAbsolutePath().toString());
    var environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            NODE.toAbsolutePath().toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1");
    playwright = Playwright.create(new CreateOptions().setEnv(environment));
    browser = playwright.chromium().launch(options());
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  private static LaunchOptions options() {
    return new LaunchOptions()
        .setExecutablePath(PROGRAM)
        .setArgs(FLAGS)
        .setHeadless(!Boolean.getBoolean("crm.headed"));
  }

  /** A fresh context: no cookies, nothing kept. */
  BrowserContext context(Look look, String address) {
    var context = browser.newContext(look.context(address));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
