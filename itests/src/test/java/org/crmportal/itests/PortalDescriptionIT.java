package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The portal shows what runs, and to each user what they may do, in their language. */
class PortalDescriptionIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final CrmServer server = CrmServer.shared();

  private static JsonNode portal(Api caller) {
    var answer = caller.get("/portal");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> names(JsonNode list, String field) {
    var names = new ArrayList<String>();
    list.forEach(each -> names.add(each.get(field).asText()));
    return names;
  }

  private static JsonNode named(JsonNode list, String name) {
    for (var each : list) {
      if (each.get("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  @Test
  void nobodyIsToldWithoutASignIn() {
    assertThat(server.api().get("/portal").status()).isEqualTo(401);
  }

  @Test
  void whoCanReadItCompressedGetsItSo() {
    var plain = server.admin().get("/portal");
    var small = server.admin().with("Accept-Encoding", "gzip").get("/portal");

    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(small.header("ETag")).isEqualTo(plain.header("ETag"));
    assertThat(small.body()).hasSizeLessThan(plain.body().length() / 5);
  }

  @Test
  void anAdministratorSeesAllThatRuns() {
    var portal = portal(server.admin());

    assertThat(names(portal.get("pages"), "name"))
        .contains("lead", "client", "contact", "user", "role", "team", "job", "audit_log")
        .contains("activity");
    assertThat(names(portal.get("menus"), "path"))
        .contains("admin/permissions", "admin/access", "admin/settings", "admin/modules")
        .contains("admin/jobs", "admin/audit", "account");
    assertThat(names(portal.get("cards"), "name"))
        .contains("my_follow_ups", "my_open_leads", "funnel");
    assertThat(portal.get("stopped")).isEmpty();
  }

  @Test
  void eachRoleSeesItsOwn() {
    var sales = portal(Person.of(server, "sales").api());
    var support = portal(Person.of(server, "support").api());

    assertThat(names(sales.get("pages"), "name"))
        .contains("lead", "client", "contact", "activity", "job")
        .doesNotContain("user", "role", "team", "audit_log");
    assertThat(names(sales.get("menus"), "path"))
        .containsExactlyInAnyOrder("account", "admin/jobs");
    var lead = named(sales.get("pages"), "lead");
    assertThat(names(lead.get("actions"), "name")).containsExactly("convert");
    assertThat(lead.get("can").get("export").asBoolean()).isFalse();
    assertThat(lead.get("can").get("update").asBoolean()).isTrue();
    assertThat(names(support.get("pages"), "name")).contains("client").doesNotContain("lead");
    assertThat(names(support.get("cards"), "name")).doesNotContain("funnel", "my_open_leads");
    assertThat(names(named(support.get("pages"), "client").get("related"), "page"))
        .containsExactly("contact");
  }

  @Test
  void aPageHasWhatAFormNeeds() {
    var lead = named(portal(server.admin()).get("pages"), "lead");
    var columns = lead.get("columns");

    assertThat(named(columns, "first_name").get("required").asBoolean()).isTrue();
    assertThat(named(columns, "first_name").get("max_length").asInt()).isEqualTo(100);
    assertThat(named(columns, "email").get("kind").asText()).isEqualTo("email");
    assertThat(named(columns, "estimated_value").get("kind").asText()).isEqualTo("money");
    assertThat(named(columns, "assigned_to").get("refers_to").asText()).isEqualTo("user");
    assertThat(names(named(columns, "stage").get("values"), "value"))
        .startsWith("prospect", "qualified", "proposal", "negotiation");
    assertThat(lead.get("board").get("column").asText()).isEqualTo("stage");
    assertThat(named(lead.get("actions"), "convert").get("path").asText())
        .isEqualTo("leads/{id}/convert");
  }

  @Test
  void theLanguageIsTheUsers() {
    var german = portal(server.admin().with("Accept-Language", "de-CH,de;q=0.9,en;q=0.8"));
    var asked = server.admin().with("Accept-Language", "de").get("/portal?language=en").json();

    assertThat(named(german.get("pages"), "client").get("plural").asText()).isEqualTo("Kunden");
    assertThat(named(asked.get("pages"), "client").get("plural").asText()).isEqualTo("Clients");
    assertThat(server.admin().get("/portal?language=xx").status()).isEqualTo(400);
    assertThat(german.get("version")).isNotEqualTo(asked.get("version"));
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    var first = server.admin().get("/portal");
    var again = server.admin().with("If-None-Match", first.header("ETag")).get("/portal");
    var other = Person.of(server, "sales").api().with("If-None-Match", first.header("ETag"));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(other.get("/portal").status()).isEqualTo(200);
  }

  @Test
  void aGrantChangesWhatIsShown() {
    var person = Person.who(server, "leads:read_own");
    var before = portal(person.api());
    var role = server.admin().get(person.path()).json().get("role_id").asText();

    server.admin().put("/roles/" + role + "/permissions", List.of("clients:read"));

    Wait.until(
        "the client's page",
        SOON,
        () -> names(portal(person.api()).get("pages"), "name").contains("client"));
    assertThat(names(before.get("pages"), "name")).contains("lead").doesNotContain("client");
    assertThat(names(portal(person.api()).get("pages"), "name")).doesNotContain("lead");
  }

  @Test
  void aStoppedModuleHasNoPageAndIsNamed() {
    var console = Console.of(server);
    try {
      console.run("bundle:stop crm-clients").well();
      var portal = portal(server.admin().with("Accept-Language", "de"));

      assertThat(names(portal.get("pages"), "name")).contains("lead").doesNotContain("client");
      var stopped = portal.get("stopped").get(0);
      assertThat(stopped.get("module").asText()).isEqualTo("clients");
      assertThat(stopped.get("label").asText()).isEqualTo("Kunden");
      assertThat(stopped.get("paths").get(0).asText()).isEqualTo("/clients");
    } finally {
      console.run("bundle:start crm-clients").well();
    }
    Wait.until(
        "the client's page",
        SOON,
        () -> names(portal(server.admin()).get("pages"), "name").contains("client"));
    assertThat(portal(server.admin()).get("stopped")).isEmpty();
  }

  @Test
  void theFunnelIsCountedByTheList() {
    var owner = Person.of(server, "sales");
    for (var value : List.of("10.50", "20")) {
      var lead = new java.util.HashMap<String, Object>(Fixture.lead());
      lead.putAll(Map.of("stage", "proposal", "estimated_value", new java.math.BigDecimal(value)));
      Fixture.created(owner.api(), "/leads", lead);
    }

    var mine = "/leads?assigned_to=" + owner.id() + "&group_by=stage&sum=estimated_value";
    var answer = owner.api().get("/leads?group_by=stage&sum=estimated_value");

    assertThat(answer.body()).contains("[{\"value\":\"proposal\",\"count\":2,\"sum\":30.50}]");
    assertThat(answer.json().get("complete").asBoolean()).isTrue();
    assertThat(owner.api().get(mine).status()).isEqualTo(200);
    assertThat(Person.of(server, "support").api().get(mine).status()).isEqualTo(403);
  }
}
