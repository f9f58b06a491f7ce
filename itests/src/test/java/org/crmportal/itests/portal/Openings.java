package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.crmportal.itests.Api;
import org.crmportal.itests.Fixture;

/**
 * What opens above a page, or is a step of one: by its name, the way there for an administrator.
 */
final class Openings {

  private static final String CSV =
      """
      First name;Last name;E-mail;Estimated value
      Greta;Lindqvist;greta@lindqvist.example;1200.50
      Bo;Okafor;no address;much
      """;

  private Openings() {}

  /**
   * The ways, in an order.
   *
   * @param lead the path of a lead that can be converted
   * @param role the id of a role that can be changed
   */
  static Map<String, Consumer<Visitor>> of(String lead, String role) {
    var ways = new LinkedHashMap<String, Consumer<Visitor>>();
    ways.put("palette", visitor -> palette(visitor.open("/leads")));
    ways.put("shortcuts", visitor -> shortcuts(visitor.open("/leads")));
    ways.put("new-password", visitor -> visitor.open("/leads").account("Change password"));
    ways.put("account-menu", visitor -> menu(visitor.open("/leads"), "Account"));
    ways.put("filter", visitor -> filter(visitor.open("/leads")));
    ways.put("columns", visitor -> columns(visitor.open("/leads")));
    ways.put("bulk-edit", visitor -> bulkEdit(visitor.open("/leads")));
    ways.put("import", visitor -> importTried(visitor.open("/leads/import")));
    ways.put("record-menu", visitor -> menu(visitor.open(lead), "More"));
    ways.put("conversion", visitor -> conversion(visitor.open(lead)));
    ways.put("new-token", visitor -> newToken(visitor.open("/account")));
    ways.put("revoke-token", visitor -> revokeToken(visitor.open("/account")));
    ways.put("scope-menu", visitor -> scopeMenu(visitor.open("/admin/permissions?role=" + role)));
    return ways;
  }

  /** The path of a lead for whose company there is a client from now on. */
  static String convertible(Api admin, JsonNode lead) {
    var client =
        Map.of(
            "company_name", lead.get("company").asText(),
            "primary_contact_email", lead.get("email").asText());
    Fixture.created(admin, "/clients?allow_duplicate=true", client);
    return "/leads/" + lead.get("id").asText();
  }

  private static void palette(Visitor visitor) {
    assertThat(visitor.heading("Leads")).isVisible();
    visitor.page().keyboard().press("ControlOrMeta+k");
    visitor.page().keyboard().type("lea");
    assertThat(visitor.page().getByRole(AriaRole.OPTION).first()).isVisible();
  }

  private static void shortcuts(Visitor visitor) {
    assertThat(visitor.heading("Leads")).isVisible();
    visitor.page().keyboard().press("?");
    assertThat(dialog(visitor)).isVisible();
  }

  private static void menu(Visitor visitor, String opener) {
    visitor.button(opener).click();
    assertThat(visitor.page().getByRole(AriaRole.MENU)).isVisible();
  }

  private static void filter(Visitor visitor) {
    visitor.page().locator("crm-filter-bar").getByText("Status").click();
    assertThat(visitor.field("Qualified")).isVisible();
  }

  private static void columns(Visitor visitor) {
    visitor.button("Columns").click();
    assertThat(visitor.page().getByText("Usual columns")).isVisible();
  }

  private static void bulkEdit(Visitor visitor) {
    visitor.page().getByLabel(Pattern.compile("^Select (?!all)")).first().check();
    visitor.button("Edit a field").click();
    assertThat(visitor.button("Cancel")).isVisible();
  }

  private static void importTried(Visitor visitor) {
    var content = CSV.getBytes(StandardCharsets.UTF_8);
    var file = new FilePayload("leads.csv", "text/csv", content);
    visitor.page().locator("input[type=file]").setInputFiles(file);
    visitor.button("Try it").click();
    assertThat(visitor.page().getByText("Checked. Nothing is saved yet.")).isVisible();
  }

  private static void conversion(Visitor visitor) {
    visitor.button("Convert").click();
    assertThat(dialog(visitor).getByRole(AriaRole.RADIO).first()).isVisible();
  }

  private static void newToken(Visitor visitor) {
    visitor.field("Name").fill("Accounting");
    visitor.field("May do").fill("leads:read");
    visitor.page().getByRole(AriaRole.OPTION, named("leads:read")).click();
    visitor.page().keyboard().press("Escape");
    visitor.button("Create token").click();
    assertThat(visitor.page().getByRole(AriaRole.IMG, named("API token"))).isVisible();
  }

  private static void revokeToken(Visitor visitor) {
    visitor.button("Revoke the token Accounting").first().click();
    assertThat(visitor.button("Cancel")).isVisible();
  }

  private static void scopeMenu(Visitor visitor) {
    var cell = new Page.GetByRoleOptions().setName("Clients, Read");
    visitor.page().getByRole(AriaRole.GRIDCELL, cell).press("Enter");
    assertThat(visitor.page().getByRole(AriaRole.MENUITEMRADIO).first()).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator dialog(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.DIALOG);
  }
}
