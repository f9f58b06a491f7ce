package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much has to come over the wire before somebody can work. */
class ShellSizeIT {

  private static final int MOST_BYTES = 300 * 1024;

  /** What was loaded for the document itself: neither pages of modules nor records. */
  private static final String LOADED =
      """
      () => performance.getEntriesByType('resource')
        .filter((one) => /^\\/(assets|portal)\\//.test(new URL(one.name).pathname))
        .map((one) => one.encodedBodySize)
        .reduce((all, one) => all + one, performance.getEntriesByType('navigation')[0].encodedBodySize)
      """;

  /**
   * All that was sent to the browser, with what the API answered and some bytes for each answer's
   * headers.
   */
  private static final String SENT =
      """
      () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .reduce((all, one) => all + one.transferSize, 0)
      """;

  @RegisterExtension private final Visits visits = new Visits();

  @Test
  void theFirstLoadIsSmall() {
    var visitor = visits.to(CrmServer.shared()).open("/no-such-page");
    assertThat(visitor.heading("Sign in")).isVisible();
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.page().locator("crm-failure")).isVisible();

    assertThat(bytes(visitor, LOADED)).isBetween(10_000, MOST_BYTES);
  }

  @Test
  void theWayFromTheSignInToTheChartsOfTheFirstPageIsSmall() {
    var person = Person.of(CrmServer.shared(), "sales");
    Fixture.created(person.api(), "/leads", Fixture.lead());
    var visitor = visits.to(CrmServer.shared()).open("/");
    assertThat(visitor.heading("Sign in")).isVisible();

    visitor.signIn(person);

    assertThat(visitor.page().locator("crm-card-groups .chart svg").first()).isVisible();
    assertThat(bytes(visitor, SENT)).isBetween(100_000, MOST_BYTES);
  }

  private static int bytes(Visitor visitor, String script) {
    return ((Number) visitor.page().evaluate(script)).intValue();
  }
}
