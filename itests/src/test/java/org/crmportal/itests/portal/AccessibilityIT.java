package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, by the rules of WCAG 2.2 AA and by the keyboard alone. */
class AccessibilityIT {

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Axe axe = new Axe();

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "phone"})
  void noPageBreaksARule(String look) {
    var visitor = visits.to(server, look(look)).open("/");
    assertThat(visitor.heading("Sign in")).isVisible();
    var found = new ArrayList<>(judge("sign in", visitor.page()));
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.page().locator("crm-home")).isVisible();
    for (var path : pages()) {
      visitor.open(path);
      Settled.await(visitor.page());
      found.addAll(judge(path, visitor.page()));
    }
    assertThat(found).as(look).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "phone"})
  void nothingThatOpensBreaksARule(String look) {
    var visitor = visits.to(server, look(look)).open("/");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.page().locator("crm-home")).isVisible();
    var found = new ArrayList<String>();
    var admin = server.admin();
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var path = Openings.convertible(admin, lead);
    var openings = Openings.of(path, Fixture.role(admin, "support"));
    for (var opening : openings.entrySet()) {
      opening.getValue().accept(visitor);
      Settled.await(visitor.page());
      found.addAll(judge(opening.getKey(), visitor.page()));
    }
    assertThat(found).as(look).isEmpty();
  }

  private static Look look(String name) {
    return switch (name) {
      case "dark" -> Look.DESK.inTheDark();
      case "phone" -> Look.PHONE;
      default -> Look.DESK;
    };
  }

  private List<String> judge(String name, Page page) {
    return axe.violations(page).stream().map(text -> name + ": " + text).toList();
  }

  /** The pages that the server describes: lists, boards, records, new ones, and free ones. */
  private Set<String> pages() {
    record();
    var portal = server.admin().get("/portal").json();
    var paths = new LinkedHashSet<>(List.of("/", "/no-such-page"));
    for (var page : portal.get("pages")) {
      var path = page.get("path").asText();
      if (path.contains("{")) {
        continue;
      }
      paths.add("/" + path);
      if (!page.get("board").isNull()) {
        paths.add("/" + path + "/board");
      }
      if (page.get("can").path("create").asBoolean()) {
        paths.add("/" + path + "/new");
      }
      for (var item : server.admin().get("/" + path + "?limit=1").json().get("items")) {
        paths.add("/" + path + "/" + item.get("id").asText());
      }
    }
    portal.get("menus").forEach(menu -> paths.add("/" + menu.get("path").asText()));
    return paths;
  }

  private void record() {
    var lead = Fixture.created(server.admin(), "/leads", Fixture.lead()).get("id").asText();
    var call =
        Map.of(
            "entity_type",
            "lead",
            "entity_id",
            lead,
            "action",
            "call",
            "description",
            "x",
            "due_date",
            "2026-01-01");
    Fixture.created(server.admin(), "/activities", call);
    Fixture.created(server.admin(), "/clients", Map.of("company_name", Fixture.unique("Company ")));
    Fixture.created(server.admin(), "/teams", Map.of("name", Fixture.unique("Team ")));
  }

  @Test
  void theKeyboardAloneGoesEverywhereAndIsSeen() {
    var visitor = visits.to(server).open("/");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.navigation()).isVisible();
    for (var path : List.of("/", "/leads", "/leads/board", "/leads/new")) {
      visitor.open(path);
      Settled.await(visitor.page());
      var seen = new FocusWalk(visitor.page()).walk();
      assertThat(seen.invisible()).as(path).isEmpty();
      assertThat(seen.stops()).as(path).isGreaterThan(5);
    }
  }
}
