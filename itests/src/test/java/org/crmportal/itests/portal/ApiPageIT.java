package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.crmportal.itests.CrmServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page that shows the API, as a browser sees it. */
class ApiPageIT {

  @RegisterExtension private final Visits visits = new Visits();

  @Test
  void itShowsTheOperationsThatRun() {
    var visitor = visits.to(CrmServer.shared()).open("/api/v1/docs/");

    assertThat(visitor.page().locator("#operations-leads-post_leads")).isVisible();
  }
}
