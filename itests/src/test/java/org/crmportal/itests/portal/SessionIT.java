package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is signed in, and where that is kept: in memory, and in a cookie that no script reads. */
class SessionIT {

  private static final String CHANGED = "blau ist das Meer";
  private static final String KEPT =
      "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();

  @Test
  void aWrongPasswordIsExplained() {
    var visitor = visits.to(server).expecting("401 POST /api/v1/auth/login");
    var person = Person.of(server, "sales");

    visitor.signIn(person.email(), "not the password");

    assertThat(visitor.page().getByRole(AriaRole.ALERT))
        .hasText("That e-mail and password do not belong together.");
    visitor.signIn(person);
  }

  @Test
  void aGeneratedPasswordIsChangedFirst() {
    var fields =
        Person.fields(
            Fixture.unique("new") + "@example.org", Fixture.role(server.admin(), "sales"));
    fields.remove("password");
    var generated = Fixture.created(server.admin(), "/users", fields).get("password").asText();
    var visitor = visits.to(server);

    visitor.signIn(fields.get("email").toString(), generated);

    assertThat(visitor.heading("Choose a new password")).isVisible();
    visitor.page().getByLabel("Current password").fill(generated);
    visitor.page().getByLabel("New password", exactly()).fill(CHANGED);
    visitor.page().getByLabel("New password, once more").fill(CHANGED);
    visitor.button("Change password").click();
    assertThat(visitor.navigation()).isVisible();
  }

  @Test
  void tokensAreKeptWhereNoScriptReadsThem() {
    var visitor = visits.to(server).signIn(Person.of(server, "sales"));

    var kept = visitor.page().evaluate(KEPT).toString();
    var cookies = visitor.context().cookies();

    // A JWT begins so, and the refresh token is the only cookie.
    assertThat(kept).doesNotContain("eyJ");
    assertThat(cookies).hasSize(1);
    assertThat(cookies.get(0).httpOnly).isTrue();
    assertThat(kept).doesNotContain(cookies.get(0).value);
  }

  @Test
  void tabsUseTheRefreshTokenOneAfterTheOther() {
    var visitor = visits.to(server).signIn(Person.of(server, "sales"));
    var refreshes = new Refreshes(visitor.context());
    var tabs = List.of(visitor.page(), visitor.tab("/"), visitor.tab("/"));

    tabs.forEach(tab -> tab.evaluate("() => void setTimeout(() => location.reload())"));

    tabs.forEach(tab -> assertThat(tab.locator("crm-navigation")).isVisible());
    assertThat(refreshes.count()).isGreaterThanOrEqualTo(tabs.size());
    assertThat(refreshes.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void signingOutIsForAllTabs() {
    var visitor = visits.to(server).signIn(Person.of(server, "sales"));
    var tab = visitor.tab("/");
    assertThat(tab.locator("crm-navigation")).isVisible();

    visitor.account("Sign out");

    assertThat(visitor.heading("Sign in")).isVisible();
    assertThat(tab.getByLabel("E-mail")).isVisible();
    visitor.page().reload();
    assertThat(visitor.heading("Sign in")).isVisible();
  }

  @Test
  void aLinkLeadsToItsPageAfterTheSignIn() {
    var visitor = visits.to(server).open("/leads?status=qualified");

    visitor.signIn(Person.of(server, "sales"));

    assertThat(visitor.heading("Leads")).isVisible();
    assertThat(visitor.page().url()).endsWith("/leads?status=qualified");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
