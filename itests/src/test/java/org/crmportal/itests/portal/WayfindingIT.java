package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The back button, links, and the pages that are not for everybody. */
class WayfindingIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Person person = Person.of(server, "sales");

  @Test
  void theBackButtonLeadsThroughWhatWasSeen() {
    var fields = Fixture.lead();
    var last = fields.get("last_name").toString();
    Fixture.created(person.api(), "/leads", fields);
    var visitor = visits.to(server).signIn(person);
    var page = visitor.page();
    visitor.visit("Leads");
    visitor.field("Search Leads").fill(last);
    assertThat(page).hasURL(Pattern.compile("q=" + last));
    visitor.page().locator("vaadin-grid-cell-content a").first().click();
    assertThat(visitor.heading("Ada " + last)).isVisible();

    page.goBack();
    assertThat(visitor.field("Search Leads")).hasValue(last);
    assertThat(visitor.cell(last)).isVisible();
    page.goForward();
    assertThat(visitor.heading("Ada " + last)).isVisible();
    page.reload();
    assertThat(visitor.heading("Ada " + last)).isVisible();
  }

  @Test
  void whatIsNotThereIsExplained() {
    var visitor = visits.to(server).signIn(person).expecting("404 GET /api/v1/leads/");
    visitor.open("/leads/00000000-0000-4000-8000-000000000000");
    assertThat(visitor.heading("Not found")).isVisible();
    visitor.open("/no-such-page");
    assertThat(visitor.heading("Not found")).isVisible();
    visitor.open("/users");
    assertThat(visitor.heading("Not found")).isVisible();
  }

  @Test
  void thePortalSpeaksGermanToWhoPrefersIt() {
    var visitor = visits.to(server, Look.DESK.in("de-DE")).open("/");
    var page = visitor.page();
    page.getByLabel("E-Mail").fill(person.email());
    page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
    visitor.button("Anmelden").click();

    assertThat(page.locator("crm-navigation")).containsText("Vertrieb");
    assertThat(page.locator("html")).hasAttribute("lang", "de");
  }

  @Test
  void thePaletteFindsPagesAndRecords() {
    var fields = Fixture.lead();
    var last = fields.get("last_name").toString();
    Fixture.created(person.api(), "/leads", fields);
    var visitor = visits.to(server).signIn(person);

    visitor.page().keyboard().press("ControlOrMeta+k");
    visitor.page().keyboard().type(last);
    assertThat(visitor.page().getByRole(AriaRole.OPTION).filter(having(last)).first()).isVisible();
    visitor.page().keyboard().press("Enter");

    assertThat(visitor.heading("Ada " + last)).isVisible();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
