package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody who looks after the others does with the portal. */
class AdministratorsDayIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    visitor = visits.to(server);
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.navigation()).isVisible();
  }

  @Test
  void aUserIsMadeAndSignsInWithTheGeneratedPassword() {
    var email = Fixture.unique("new") + "@example.org";
    visitor.visit("Users");
    visitor.button("New User").click();
    visitor.field("E-mail").fill(email);
    visitor.field("Full name").fill("Nadia Petrov");
    visitor.field("Role").fill("sales: ");
    visitor.page().getByRole(AriaRole.OPTION, named("sales: ")).click();
    visitor.button("Create user").click();
    var password =
        visitor.page().getByRole(AriaRole.IMG, named("Generated password")).textContent();

    var other = visits.to(server).signIn(email, password);
    assertThat(other.heading("Choose a new password")).isVisible();
  }

  @Test
  void aGrantTakenAwayTakesThePagesOfWhoIsSignedIn() {
    var person = Person.who(server, "leads:read", "leads:create", "clients:read");
    var role = server.admin().get(person.path()).text("role_id");
    var name = server.admin().get("/roles/" + role).text("name");
    var other = visits.to(server).signIn(person);
    assertThat(other.navigation().getByText("Clients")).isVisible();

    visitor.visit("Permissions");
    visitor.page().getByText(name, new Page.GetByTextOptions().setExact(true)).click();
    var cell = visitor.page().getByRole(AriaRole.GRIDCELL, named("Clients, Read"));
    cell.press("0");
    visitor.button("Save permissions").click();

    assertThat(visitor.told("is saved")).isVisible();
    assertThat(other.navigation().getByText("Clients")).hasCount(0);
    assertThat(other.navigation().getByText("Leads")).isVisible();
  }

  @Test
  void itIsExplainedWhoMaySeeARecordAndWhy() {
    var seller = Person.of(server, "sales");
    var fields = Fixture.lead();
    var lead = Fixture.created(seller.api(), "/leads", fields).get("id").asText();
    visitor.open("/admin/access?type=lead&id=" + lead + "&user=" + seller.id());

    assertThat(visitor.page().getByText("may see “Lead Ada " + fields.get("last_name") + "”"))
        .isVisible();
    assertThat(visitor.page().getByText("grants leads:read_team").first()).isVisible();
  }

  @Test
  void aTeamGetsAMemberAndTheTrailTellsWhoAddedIt() {
    var seller = Person.of(server, "sales");
    var name = Fixture.unique("Team ");
    visitor.visit("Teams");
    visitor.button("New Team").first().click();
    visitor.field("Name").fill(name);
    visitor.button("Save").click();
    assertThat(visitor.heading(name)).isVisible();
    visitor.field("Add a colleague").fill(seller.email());
    visitor.page().getByRole(AriaRole.OPTION, named(seller.email())).click();
    var members = visitor.page().locator("crm-team-members");
    assertThat(members.getByRole(AriaRole.LINK)).containsText(seller.email());

    var team = visitor.page().url().replaceFirst(".*/teams/", "");
    assertThat(server.admin().get("/teams/" + team).body()).contains(seller.id());
    visitor.page().getByRole(AriaRole.TAB, named("Audit trail")).click();
    var trail = visitor.page().locator("crm-record-audit");
    assertThat(trail.getByText("Administrator").first()).isVisible();
  }

  @Test
  void theCompanysNameIsSavedAndAWrongValueIsNamed() {
    var name = Fixture.unique("Company ");
    visitor.expecting("422 PATCH /api/v1/settings");
    visitor.visit("Settings");
    visitor.field("Name").fill(name);
    visitor.field("Due after days").fill("99999");
    visitor.button("Save settings").click();
    assertThat(visitor.page().locator("crm-settings-form [invalid]").first()).isVisible();

    visitor.field("Due after days").fill("30");
    visitor.button("Save settings").click();

    assertThat(visitor.told("The settings are saved.")).isVisible();
    assertThat(server.admin().get("/settings").text("name")).isEqualTo(name);
  }

  @Test
  void aTokenIsShownOnceAndMayDoWhatWasChosen() {
    visitor.open("/account");
    visitor.field("Name").fill(Fixture.unique("Sync "));
    visitor.field("May do").fill("leads:read");
    var option = new Page.GetByRoleOptions().setName("leads:read").setExact(true);
    visitor.page().getByRole(AriaRole.OPTION, option).click();
    visitor.page().keyboard().press("Escape");
    visitor.button("Create token").click();
    var token = visitor.page().getByRole(AriaRole.IMG, named("API token")).textContent();

    var program = server.api().with("Authorization", "Bearer " + token);
    assertThat(program.get("/leads").status()).isEqualTo(200);
    assertThat(program.get("/clients").status()).isEqualTo(403);
  }

  @Test
  void theAuditTrailTellsWhatWasDone() {
    var fields = Map.of("company_name", Fixture.unique("Audited "));
    Fixture.created(server.admin(), "/clients", fields);
    visitor.visit("Audit trail");
    assertThat(visitor.page().getByText(fields.get("company_name")).first()).isVisible();
  }

  @Test
  void modulesShowTheirState() {
    visitor.visit("Modules");
    for (var module : server.admin().get("/modules").json().get("items")) {
      assertThat(visitor.page().locator("main").getByText(module.get("name").asText()).first())
          .isVisible();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
