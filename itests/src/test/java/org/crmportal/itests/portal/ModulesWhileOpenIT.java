package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A module comes and goes while somebody looks at the portal. */
class ModulesWhileOpenIT {

  private static CrmServer server;

  @RegisterExtension private final Visits visits = new Visits();

  @BeforeAll
  static void start() {
    server = CrmNode.fresh().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itsPagesGoAndComeWithoutAReload() {
    var visitor = visits.to(server).signIn(Person.of(server, "manager"));
    visitor.expecting("404 GET /api/v1/clients").expecting("503 GET /api/v1/clients");
    visitor.visit("Clients");
    visitor.page().evaluate("() => { window.sameDocument = true; }");

    assertThat(server.admin().delete("/modules/clients").status()).isEqualTo(200);
    var entry = visitor.navigation().getByRole(AriaRole.LINK).filter(having("Clients"));
    assertThat(entry).hasCount(0);
    assertThat(visitor.page().locator("crm-failure")).isVisible();
    visitor.visit("Leads");

    assertThat(server.admin().post("/modules", Map.of("name", "clients")).status()).isEqualTo(201);
    assertThat(entry).hasCount(1);
    visitor.visit("Clients");
    assertThat(visitor.page().evaluate("() => window.sameDocument")).isEqualTo(true);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
