package org.crmportal.itests.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the portal: a browser with its own cookies, and a page in it. */
final class Visitor {

  private final BrowserContext context;
  private final Complaints complaints;
  private final Page page;

  Visitor(BrowserContext context) {
    this.context = context;
    complaints = new Complaints(context);
    context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Opens a page of the portal by its address. */
  Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  /** See {@link Complaints#expect}. */
  Visitor expecting(String pattern) {
    complaints.expect(pattern);
    return this;
  }

  List<String> complaints() {
    return complaints.unexpected();
  }

  /** Closes the browser; keeps what was seen where a folder is given. */
  void leave(@Nullable Path folder) {
    if (folder == null) {
      context.tracing().stop();
    } else {
      for (var i = 0; i < context.pages().size(); i++) {
        var picture = folder.resolve("page-" + i + ".png");
        context.pages().get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
      }
      context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
    }
    context.close();
  }
}
