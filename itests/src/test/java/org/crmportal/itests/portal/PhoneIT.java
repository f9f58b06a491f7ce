package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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
  private static void swipe(Visitor visitor, Locator from, double distance) {
    var box = from.boundingBox();
    var finger = new Finger(visitor.context().newCDPSession(visitor.page()));
    double x = box.x + box.width - 40;
    double y = box.y + box.height / 2;
    finger.touch("touchStart", x, y);
    for (int step = 1; step <= 10; step++) {
      finger.touch("touchMove", x + distance * step / 10, y);
    }
    finger.lift();
  }

  private record Finger(CDPSession browser) {

    void touch(String type, double x, double y) {
      var point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      send(type, point);
    }

    void lift() {
      send("touchEnd");
    }

    private void send(String type, JsonObject... points) {
      var all = new JsonArray();
      List.of(points).forEach(all::add);
      var event = new JsonObject();
      event.addProperty("type", type);
      event.add("touchPoints", all);
      browser.send("Input.dispatchTouchEvent", event);
    }
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
