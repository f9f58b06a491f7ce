package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list of 200,000 leads is used like one of twenty. */
class LongListIT {

  private static CrmServer server;

  @RegisterExtension private final Visits visits = new Visits();
  private Visitor visitor;

  @BeforeAll
  static void start() throws Exception {
    server = CrmNode.fresh().start();
    ManyLeads.fill(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    visitor = visits.to(server).open("/leads");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.cell("Last000001")).isVisible();
    // Until then its end is where the rows that were read end.
    assertThat(visitor.page().getByText("200,000 records")).isVisible();
  }

  @Test
  void theKeyboardReachesTheLastRow() {
    heading("Last contact").focus();
    visitor.page().keyboard().press("Tab");
    visitor.page().keyboard().press("ControlOrMeta+End");

    assertThat(visitor.cell("Last200000")).isVisible();
    visitor.page().keyboard().press("PageUp");
    visitor.page().keyboard().press("ControlOrMeta+Home");
    assertThat(visitor.cell("Last000001")).isVisible();
  }

  @Test
  void theScrollbarReachesTheMiddle() {
    var table = visitor.page().locator("vaadin-grid #table");
    // As somebody drags it: the list follows while the bar moves.
    table.evaluate(
        """
        async (table) => {
          for (let step = 1; step <= 20; step++) {
            table.scrollTop = (table.scrollHeight / 2) * (step / 20);
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }
        }
        """);

    assertThat(visitor.cell("Last100")).isVisible();
  }

  @Test
  void sortingAndFilteringStartAtTheTop() {
    heading("Last name").click();
    assertThat(visitor.cell("Last000001")).isVisible();
    heading("Last name").click();
    assertThat(visitor.cell("Last200000")).isVisible();
    visitor.page().locator("crm-filter-bar").getByText("Status").click();
    visitor.field("Qualified").check();
    visitor.page().keyboard().press("Escape");
    assertThat(visitor.page()).hasURL(Pattern.compile("status=qualified"));
    assertThat(visitor.page().getByText(Pattern.compile("66,66\\d records"))).isVisible();
    visitor.field("Search Leads").fill("last199997");
    assertThat(visitor.page().getByText("1 record")).isVisible();
  }

  @Test
  void theWayBackLeadsToTheSamePlaceAndALinkToTheTop() {
    heading("Last contact").focus();
    visitor.page().keyboard().press("Tab");
    visitor.page().keyboard().press("ControlOrMeta+End");
    visitor.field("Select First0 Last200000").check();
    visitor.page().getByText("First0", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(visitor.heading("First0 Last200000")).isVisible();

    visitor.page().goBack();

    assertThat(visitor.cell("Last200000")).isVisible();
    assertThat(visitor.page().getByText("1 selected")).isVisible();
    visitor.navigation().getByText("Home").click();
    assertThat(visitor.page().locator("crm-home")).isVisible();
    visitor.visit("Leads");
    assertThat(visitor.cell("Last000001")).isVisible();
    assertThat(visitor.page().getByText("1 selected")).isHidden();
  }

  @Test
  void whatIsSelectedInOneListIsNotInAnother() {
    visitor.field("Select all that match").check();
    assertThat(visitor.page().getByText("200,000 selected")).isVisible();

    visitor.visit("Clients");

    assertThat(visitor.page().getByText("0 records")).isVisible();
    assertThat(visitor.page().getByText("200,000 selected")).isHidden();
  }

  private Locator heading(String column) {
    return visitor.cell(column).getByRole(AriaRole.BUTTON);
  }
}
