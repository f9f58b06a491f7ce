package org.crmportal.itests.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;

/** Counts how often the pages of a browser used their refresh token, and how often at once. */
final class Refreshes {

  private int count;
  private int now;
  private int most;

  Refreshes(BrowserContext context) {
    context.onRequest(request -> change(request, 1));
    context.onRequestFinished(request -> change(request, -1));
    context.onRequestFailed(request -> change(request, -1));
  }

  int count() {
    return count;
  }

  int mostAtOnce() {
    return most;
  }

  private void change(Request request, int by) {
    if (request.url().endsWith("/auth/refresh")) {
      count += Math.max(by, 0);
      now += by;
      most = Math.max(most, now);
    }
  }
}
