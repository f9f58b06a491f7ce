package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people with the same records in front of them. */
class TogetherIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Person ann = Person.of(server, "manager");
  private final Person bob = Person.of(server, "manager");

  @Test
  void whatAnotherSavesAppearsByItself() {
    var lead = lead();
    var visitor = visits.to(server).open("/leads/" + lead.id()).signIn(ann);
    assertThat(visitor.heading(lead.title())).isVisible();

    bob.api().patch("/leads/" + lead.id(), Map.of("job_title", "Captain"));

    assertThat(visitor.page().locator("crm-record-form").getByText("Captain")).isVisible();
  }

  @Test
  void aNewLeadOfAnotherIsOfferedInTheList() {
    var visitor = visits.to(server).open("/leads").signIn(ann);
    assertThat(visitor.heading("Leads")).isVisible();

    var lead = lead();

    visitor.button("1 new, show").click();
    assertThat(visitor.cell(lead.last())).isVisible();
  }

  @Test
  void changesOfDifferentFieldsAreBothKept() {
    var lead = lead();
    var visitor = visits.to(server).open("/leads/" + lead.id()).signIn(ann);
    // Whether the page hears of the other's change before it saves is a matter of milliseconds.
    visitor.expecting("412 PATCH /api/v1/leads/");
    visitor.button("Edit").first().click();
    visitor.field("Job title").fill("Pilot");

    bob.api().patch("/leads/" + lead.id(), Map.of("phone", "+49 30 1234567"));
    visitor.button("Save").click();

    assertThat(visitor.told("Saved")).isVisible();
    var saved = ann.api().get("/leads/" + lead.id());
    assertThat(saved.text("job_title")).isEqualTo("Pilot");
    assertThat(saved.text("phone")).isEqualTo("+49 30 1234567");
  }

  @Test
  void twoWhoChangeTheSameFieldAreAskedWhichHolds() {
    var lead = lead();
    var one = visits.to(server);
    // Without its stream of changes the page learns of the other's only when it saves.
    one.expecting("404 GET /api/v1/events").expecting("412 PATCH /api/v1/leads/");
    one.context()
        .route("**/api/v1/events", call -> call.fulfill(new FulfillOptions().setStatus(404)));
    one.open("/leads/" + lead.id()).signIn(ann);
    var other = visits.to(server).open("/leads/" + lead.id()).signIn(bob);
    edit(one, "Job title", "Pilot");
    edit(one, "Phone", "+49 30 1111111");
    edit(other, "Job title", "Captain");
    other.button("Save").click();
    assertThat(other.told("Saved")).isVisible();

    one.page().waitForResponse(answer -> answer.status() == 412, () -> one.button("Save").click());

    var dialog = one.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Pilot");
    dialog.getByLabel(Pattern.compile("Captain")).check();
    dialog.getByText("Save", exactly()).click();
    assertThat(one.told("Saved")).isVisible();
    var saved = ann.api().get("/leads/" + lead.id());
    assertThat(saved.text("job_title")).isEqualTo("Captain");
    assertThat(saved.text("phone")).isEqualTo("+49 30 1111111");
  }

  private static void edit(Visitor visitor, String field, String value) {
    if (!visitor.field(field).isVisible()) {
      visitor.button("Edit").first().click();
    }
    visitor.field(field).fill(value);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Named lead() {
    var fields = Fixture.lead();
    var id = Fixture.created(bob.api(), "/leads", fields).get("id").asText();
    return new Named(id, fields.get("last_name").toString());
  }

  private record Named(String id, String last) {
    String title() {
      return "Ada " + last;
    }
  }
}
