package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.itests.Api;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Makes the pictures of docs/portal anew; nothing else does. */
@EnabledIfSystemProperty(named = "crm.portal.pictures", matches = "true")
class PortalPicturesIT {

  private static final Path FOLDER = Path.of("../docs/portal");
  private static final int MOST_BYTES = 150 * 1024;

  private static CrmServer server;
  private static String seller;

  @RegisterExtension private final Visits visits = new Visits();

  @BeforeAll
  static void fill() throws IOException {
    Files.createDirectories(FOLDER);
    server = CrmNode.fresh().start();
    seller = Demo.fill(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void thePagesOfSomebodyWhoSells() throws IOException {
    take("", Look.DESK, salesPages());
    take("-dark", Look.DESK.inTheDark(), salesPages());
    take("-phone", Look.PHONE, salesPages());
  }

  @Test
  void thePagesOfAnAdministrator() throws IOException {
    var visitor = visits.to(server).open("/");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.navigation()).isVisible();
    for (var page : administration().entrySet()) {
      visitor.open(page.getValue());
      picture(visitor.page(), page.getKey());
    }
  }

  @Test
  void whatOpens() throws IOException {
    var admin = server.admin();
    var lead = admin.get("/leads?stage=proposal").json().get("items").get(0);
    var path = Openings.convertible(admin, lead);
    var visitor = visits.to(server).open("/");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    assertThat(visitor.navigation()).isVisible();
    for (var opening : Openings.of(path, Fixture.role(admin, "sales")).entrySet()) {
      opening.getValue().accept(visitor);
      // A token is in no picture.
      if (!opening.getKey().equals("new-token")) {
        picture(visitor.page(), opening.getKey());
      }
    }
  }

  private void take(String kind, Look look, Map<String, String> pages) throws IOException {
    var visitor = visits.to(server, look).open("/");
    assertThat(visitor.heading("Sign in")).isVisible();
    picture(visitor.page(), "sign-in" + kind);
    visitor.signIn(seller, Person.PASSWORD);
    assertThat(visitor.page().locator("crm-home")).isVisible();
    for (var page : pages.entrySet()) {
      visitor.open(page.getValue());
      picture(visitor.page(), page.getKey() + kind);
    }
  }

  private Map<String, String> salesPages() {
    var api = server.api().signIn(seller, Person.PASSWORD);
    var pages = new LinkedHashMap<String, String>();
    pages.put("home", "/");
    pages.put("leads", "/leads");
    pages.put("board", "/leads/board");
    pages.put("lead", "/leads/" + first(api, "/leads?stage=negotiation"));
    pages.put("new-lead", "/leads/new");
    pages.put("clients", "/clients");
    pages.put("client", "/clients/" + first(api, "/clients?sort=company_name"));
    return pages;
  }

  /** All that the server describes for administrators, named by its path. */
  private Map<String, String> administration() {
    var pages = new LinkedHashMap<String, String>();
    var portal = server.admin().get("/portal").json();
    for (var page : portal.get("pages")) {
      if ("administration".equals(page.get("group").asText())) {
        pages.put(page.get("path").asText(), "/" + page.get("path").asText());
      }
    }
    for (var menu : portal.get("menus")) {
      pages.put(menu.get("name").asText(), "/" + menu.get("path").asText());
    }
    return pages;
  }

  private static String first(Api api, String list) {
    return api.get(list).json().get("items").get(0).get("id").asText();
  }

  private static void picture(Page page, String name) throws IOException {
    Settled.await(page);
    var png = Palette.reduced(page.screenshot());
    assertThat(png.length).as(name).isLessThanOrEqualTo(MOST_BYTES);
    Files.write(FOLDER.resolve(name + ".png"), png);
  }
}
