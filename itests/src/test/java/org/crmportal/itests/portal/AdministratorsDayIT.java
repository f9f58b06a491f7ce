package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
    visitor.link("New User").click();
    visitor.field("E-mail").fill(email);
    visitor.field("Full name").fill("Nadia Petrov");
    visitor.field("Role").click();
    visitor.page().getByRole(AriaRole.OPTION).getByText("sales", exactly()).click();
    visitor.button("Create user").click();
    var password = visitor.field("Generated password").inputValue();

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
    var cell = visitor.page().getByRole(AriaRole.GRIDCELL, named("Clients Read"));
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
    visitor.open("/admin/access?entity_type=lead&entity_id=" + lead + "&user_id=" + seller.id());

    assertThat(visitor.page().getByText("may see “Ada " + fields.get("last_name") + "”"))
        .isVisible();
    assertThat(visitor.page().getByText("leads:read_own").first()).isVisible();
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

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
