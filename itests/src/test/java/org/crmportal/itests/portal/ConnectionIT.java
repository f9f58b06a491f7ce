package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network is away for a while, or the page is: what was typed is not. */
class ConnectionIT {

  private static final String LOST = "No connection to the server.";

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Person person = Person.of(server, "sales");

  @Test
  void aLostConnectionIsToldAndNothingTypedIsLost() {
    var lead = Fixture.created(person.api(), "/leads", Fixture.lead()).get("id").asText();
    var visitor = visits.to(server).open("/leads/" + lead).signIn(person);
    visitor.expecting("net::ERR_INTERNET_DISCONNECTED").expecting("net::ERR_NETWORK");
    visitor.button("Edit").first().click();
    visitor.field("Notes").fill("Typed on the train");

    visitor.context().setOffline(true);
    visitor.button("Save").click();

    assertThat(visitor.page().getByText(LOST)).isVisible();
    assertThat(visitor.field("Notes")).hasValue("Typed on the train");
    visitor.context().setOffline(false);
    assertThat(visitor.page().getByText(LOST)).isHidden();
    visitor.button("Save").click();
    assertThat(visitor.told("Saved")).isVisible();
    assertThat(person.api().get("/leads/" + lead).text("notes")).isEqualTo("Typed on the train");
  }

  @Test
  void whatWasTypedIsThereAfterAReload() {
    var visitor = visits.to(server).open("/leads/new").signIn(person);
    visitor.field("Last name").fill("Unsaved");

    visitor.page().reload();

    assertThat(visitor.field("Last name")).hasValue("Unsaved");
    visitor.page().getByText("Discard them").click();
    visitor.open("/leads/new");
    assertThat(visitor.field("Last name")).hasValue("");
  }

  @Test
  void aPageThatIsLoadedOverAndOverIsNotRefusedItsStream() {
    var visitor = visits.to(server).signIn(person);
    for (int i = 0; i < 30; i++) {
      visitor.page().reload();
      assertThat(visitor.navigation()).isVisible();
    }
  }

  @Test
  void aPageFromAnotherMachineWithoutTlsWorksToo() {
    var lead = Fixture.created(person.api(), "/leads", Fixture.lead()).get("id").asText();
    var visitor = visits.to(server);
    // The browser says which of the headers it has no use for then.
    visitor.expecting("Cross-Origin-Opener-Policy header has been ignored");
    var port = server.address().getPort();
    visitor.open("http://" + Chromium.ELSEWHERE + ":" + port + "/leads/" + lead).signIn(person);
    visitor.button("Note").click();
    visitor.field("Note").fill("Without TLS");
    visitor.page().locator("crm-activity-form").getByText("Save").click();
    assertThat(visitor.page().locator("crm-timeline").getByText("Without TLS")).isVisible();

    person.api().patch("/leads/" + lead, Map.of("job_title", "Captain"));

    assertThat(visitor.page().locator("crm-record-form").getByText("Captain")).isVisible();
    visitor.page().reload();
    assertThat(visitor.navigation()).isVisible();
    assertThat(visitor.page().evaluate("() => isSecureContext")).isEqualTo(false);
  }

  @Test
  void nobodyElseSeesWhatWasTyped() {
    var visitor = visits.to(server).open("/leads/new").signIn(person);
    visitor.field("Last name").fill("Unsaved");
    visitor.account("Sign out");

    visitor.signIn(Person.of(server, "sales"));
    visitor.open("/leads/new");

    assertThat(visitor.page().getByLabel("Last name", new Page.GetByLabelOptions())).hasValue("");
  }
}
