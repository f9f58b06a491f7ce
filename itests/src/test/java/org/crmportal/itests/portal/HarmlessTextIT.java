package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Text of records is text, whatever it looks like. */
class HarmlessTextIT {

  private static final String EVIL = "<img src=x onerror=\"window.evil=1\">";
  private static final String LINK = "javascript:window.evil=1";

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();
  private final Person person = Person.of(server, "manager");

  @Test
  void markupInDataIsShownAsItWasTyped() {
    var word = Fixture.unique("evil");
    var fields = Fixture.lead();
    List.of("first_name", "company", "job_title", "notes").forEach(name -> fields.put(name, EVIL));
    fields.put("last_name", word);
    fields.put("metadata", Map.of(EVIL, EVIL));
    var lead = Fixture.created(person.api(), "/leads", fields).get("id").asText();
    var note = Map.of("entity_type", "lead", "entity_id", lead, "action", "note");
    var said = new HashMap<String, Object>(note);
    said.put("description", EVIL);
    said.put("due_date", "2026-01-01");
    Fixture.created(person.api(), "/activities", said);
    var visitor = visits.to(server).signIn(person);

    for (var path : List.of("/", "/leads?q=" + word, "/leads/board?q=" + word, "/leads/" + lead)) {
      visitor.open(path);
      assertThat(visitor.page().getByText(EVIL).first()).isVisible();
      assertThat(visitor.page().evaluate("() => window.evil")).as(path).isNull();
      assertThat(visitor.page().locator("img[src=x]")).hasCount(0);
    }
  }

  @Test
  void anAddressWithAScriptIsNoLink() {
    var fields = Map.of("company_name", Fixture.unique("Evil "), "website", LINK);
    var client = Fixture.created(person.api(), "/clients", fields).get("id").asText();
    var visitor = visits.to(server).open("/clients/" + client).signIn(person);

    assertThat(visitor.page().getByText(LINK).first()).isVisible();

    assertThat(visitor.page().locator("a[href^='javascript:']")).hasCount(0);
  }
}
