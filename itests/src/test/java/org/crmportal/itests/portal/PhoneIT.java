package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal on a phone, with a thumb. */
class PhoneIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Person person = Person.of(server, "sales");

  @Test
  void noPageIsWiderThanThePhone() {
    var lead = Fixture.created(person.api(), "/leads", Fixture.lead()).get("id").asText();
    var visitor = visits.to(server, Look.PHONE).open("/");
    visitor.signIn(person.email(), Person.PASSWORD);
    assertThat(visitor.button("Menu")).isVisible();

    for (var path : List.of("/", "/leads", "/leads/board", "/leads/new", "/leads/" + lead)) {
      visitor.open(path);
      assertThat(visitor.page().getByRole(AriaRole.HEADING).first()).isVisible();
      var over =
          "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertThat(visitor.page().evaluate(over)).as(path).isEqualTo(0);
    }
  }

  @Test
  void theNavigationIsADrawer() {
    var visitor = visits.to(server, Look.PHONE).open("/");
    visitor.signIn(person.email(), Person.PASSWORD);
    visitor.button("Menu").tap();

    visitor.navigation().getByText("Leads").tap();

    assertThat(visitor.heading("Leads")).isVisible();
    assertThat(visitor.navigation()).isHidden();
  }

  @Test
  void aSwipeOverTheBoardScrollsItAndMovesNoCard() {
    var lead = Fixture.created(person.api(), "/leads", Fixture.lead());
    var visitor = visits.to(server, Look.PHONE).open("/leads/board");
    visitor.signIn(person.email(), Person.PASSWORD);
    var card =
        visitor.page().locator("crm-board-card").filter(having(lead.get("last_name").asText()));
    var columns = visitor.page().locator("crm-board .columns");
    assertThat(card).isVisible();

    swipe(visitor, card, -250);

    visitor
        .page()
        .waitForCondition(() -> (int) columns.evaluate("all => Math.round(all.scrollLeft)") > 100);
    var stage = person.api().get("/leads/" + lead.get("id").asText()).text("stage");
    assertThat(stage).isEqualTo("prospect");
  }

  /** A finger as the browser's own input knows it: scripts cannot scroll like this. */
  private static void swipe(Visitor visitor, Locator from, int distance) {
    var box = from.boundingBox();
    var gesture = new JsonObject();
    Map.of(
            "x",
            box.x + box.width / 2,
            "y",
            box.y + box.height / 2,
            "xDistance",
            (double) distance,
            "speed",
            800.0)
        .forEach(gesture::addProperty);
    gesture.addProperty("gestureSourceType", "touch");
    visitor.context().newCDPSession(visitor.page()).send("Input.synthesizeScrollGesture", gesture);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
