package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

  @Test
  void aFollowUpIsDoneFromHomeAndTakenBack() {
    var lead = Fixture.created(person.api(), "/leads", Fixture.lead()).get("id").asText();
    var text = Fixture.unique("Call back ");
    var fields = new HashMap<String, Object>(Map.of("entity_type", "lead", "entity_id", lead));
    fields.putAll(Map.of("action", "call", "description", text, "due_date", "2026-01-01"));
    var path = "/activities/" + Fixture.created(person.api(), "/activities", fields).get("id");
    visitor.open("/");

    visitor.page().getByLabel(text).click();

    assertThat(visitor.told(text)).isVisible();
    assertThat(visitor.page().locator("crm-follow-ups").getByText(text)).hasCount(0);
    visitor.button("Undo").click();
    assertThat(visitor.page().locator("crm-follow-ups").getByText(text)).isVisible();
    assertThat(person.api().get(path.replace("\"", "")).text("done")).isEqualTo("false");
  }

  @Test
  void aDeletedLeadComesBack() {
    var fields = Fixture.lead();
    var path = "/leads/" + Fixture.created(person.api(), "/leads", fields).get("id").asText();
    visitor.open(path);
    visitor.button("More").click();
    visitor.page().getByRole(AriaRole.MENUITEM, named("Delete")).click();
    assertThat(visitor.heading("Leads")).isVisible();
    assertThat(person.api().get(path).status()).isEqualTo(404);

    visitor.button("Undo").click();

    assertThat(visitor.heading("Ada " + fields.get("last_name"))).isVisible();
    assertThat(person.api().get(path).status()).isEqualTo(200);
  }

  private void create(String name) {
    visitor.visit("Leads");
    visitor.button("New Lead").first().click();
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
    var fields = new HashMap<String, Object>(Fixture.lead());
    fields.put("assigned_to", person.id());
    var other = Fixture.created(person.api(), "/leads", fields).get("last_name").asText();
    visitor.visit("Leads");
    visitor.button("Only mine").click();
    assertThat(visitor.cell(other)).isVisible();
    fill("Search Leads", name);
    // Until then it is the list from before, and whatever is edited in it ends.
    assertThat(visitor.cell(other)).isHidden();
    visitor.cell("1,200").dblclick();
    visitor.page().keyboard().press("ControlOrMeta+a");
    visitor.page().keyboard().type("3400");
    visitor.page().keyboard().press("Enter");
    assertThat(visitor.cell("3,400")).isVisible();
    var lead = server.admin().get("/leads?q=" + name).json().get("items").get(0);
    assertThat(lead.get("estimated_value").asDouble()).isEqualTo(3400);
  }

  private void moveOnTheBoard(String name) {
    visitor.open("/leads/board");
    fill("Search", name);
    // Until then answers for what the board showed before come, and draw its columns anew.
    assertThat(visitor.page().locator("crm-board-card")).hasCount(1);
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

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions containing(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
