package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody who sells does with the portal, from the sign-in to the client. */
class SalespersonsDayIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private Person person;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    person = Person.of(server, "sales");
    visitor = visits.to(server).signIn(person);
  }

  @Test
  void aLeadIsFoundWrittenAndWonInOneDay() {
    var name = Fixture.unique("Novak");
    create(name);
    logACall();
    findAndEdit(name);
    moveOnTheBoard(name);
    var client = convert(name);
    assertThat(visitor.page().getByText(client).first()).isVisible();
    visitor.account("Sign out");
    assertThat(visitor.heading("Sign in")).isVisible();
  }

  private void create(String name) {
    visitor.visit("Leads");
    visitor.link("New Lead").click();
    fill("First name", "Clara");
    fill("Last name", name);
    fill("E-mail", name + "@example.org");
    fill("Company", "Company " + name);
    fill("Estimated value", "1200");
    visitor.button("Save").click();
    assertThat(visitor.told("Clara " + name + " was created.")).isVisible();
    assertThat(visitor.heading("Clara " + name)).isVisible();
    assertThat(visitor.page()).hasURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));
  }

  /** Three steps: what it was, what was said, save. */
  private void logACall() {
    visitor.button("Call").click();
    fill("What was said?", "Wants an offer.");
    visitor
        .page()
        .locator("crm-activity-form")
        .getByRole(AriaRole.BUTTON, containing("Save"))
        .click();
    assertThat(visitor.told("Added to the timeline")).isVisible();
    assertThat(visitor.page().locator("crm-timeline").getByText("Wants an offer.")).isVisible();
  }

  private void findAndEdit(String name) {
    visitor.visit("Leads");
    visitor.button("Only mine").click();
    fill("Search Leads", name);
    var row = visitor.cell(name);
    assertThat(row).isVisible();
    row.getByText(Pattern.compile("1,200")).dblclick();
    visitor.page().keyboard().press("ControlOrMeta+a");
    visitor.page().keyboard().type("3400");
    visitor.page().keyboard().press("Enter");
    assertThat(visitor.cell(name).getByText(Pattern.compile("3,400"))).isVisible();
    var lead = server.admin().get("/leads?q=" + name).json().get("items").get(0);
    assertThat(lead.get("estimated_value").asDouble()).isEqualTo(3400);
  }

  private void moveOnTheBoard(String name) {
    visitor.open("/leads/board");
    fill("Search", name);
    var card = visitor.page().locator("crm-board-card").filter(having(name));
    card.focus();
    card.press("Space");
    visitor.page().keyboard().press("ArrowRight");
    visitor.page().keyboard().press("Space");
    assertThat(visitor.page().getByRole(AriaRole.STATUS).filter(having("moved to Qualified")))
        .hasCount(1);
    assertThat(visitor.page().locator("crm-board-card:focus")).containsText(name);
  }

  /** A client with the same address is there already: it is taken instead of a second one. */
  private String convert(String name) {
    var company = "Same " + name;
    var fields = new HashMap<String, Object>(Map.of("company_name", company));
    fields.put("primary_contact_email", name + "@example.org");
    fields.put("account_manager_id", person.id());
    Fixture.created(server.admin(), "/clients?allow_duplicate=true", fields);
    visitor.page().locator("crm-board-card").filter(having(name)).getByRole(AriaRole.LINK).click();
    visitor.button("Convert").click();
    var dialog = visitor.page().getByRole(AriaRole.DIALOG);
    dialog.getByLabel(Pattern.compile(company)).check();
    dialog.getByRole(AriaRole.BUTTON, containing("Convert")).click();
    assertThat(visitor.heading(company)).isVisible();
    return company;
  }

  private void fill(String label, String text) {
    visitor.field(label).fill(text);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions containing(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
