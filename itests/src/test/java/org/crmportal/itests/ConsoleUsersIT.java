package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users, roles and whoever acts: what the console does stands in the audit. */
class ConsoleUsersIT {

  private static final int REFUSED = 1;
  private static final int WRONG_INPUT = 2;

  private final CrmServer server = CrmServer.shared();
  private final Console console = Console.of(server);

  @Test
  void aUserIsMadeWithAPasswordThatIsShownOnce() {
    var email = Fixture.unique("operator") + "@example.org";
    var made = console.run("crm:user-create " + email + " 'The Operator' sales --json").well();
    var password = made.json().get("password").asText();

    assertThat(made.json().at("/user/full_name").asText()).isEqualTo("The Operator");
    assertThat(lastAudit("user", made.json().at("/user/id").asText()).get("actor_name").asText())
        .isEqualTo("console:" + System.getProperty("user.name"));
    assertThat(login(email, password)).isEqualTo(200);
    assertThat(server.log()).doesNotContain(password);
  }

  @Test
  void aPasswordIsReadFromStandardInput() {
    var email = Fixture.unique("typed") + "@example.org";
    console
        .run("crm:user-create " + email + " Typed sales --password", Person.PASSWORD + "\n")
        .well();

    assertThat(login(email, Person.PASSWORD)).isEqualTo(200);
    console
        .run("crm:user-create x" + email + " Typed sales --password", "short\n")
        .refused(WRONG_INPUT, "fewer than");
    console
        .run("crm:user-create x" + email + " Typed nobody")
        .refused(WRONG_INPUT, "There is no role nobody, only admin, ");
  }

  @Test
  void aPasswordIsReplacedOnlyOnPurpose() {
    var person = Person.of(server, "sales");
    var command = "crm:user-password " + person.email();

    console.run(command).refused(WRONG_INPUT, "--yes");
    assertThat(console.run(command + " --dry-run").well().out()).startsWith("would replace");
    assertThat(login(person.email(), Person.PASSWORD)).isEqualTo(200);
    var fresh = console.run(command + " --yes --json").well().json().get("password").asText();
    assertThat(login(person.email(), Person.PASSWORD)).isEqualTo(401);
    assertThat(login(person.email(), fresh)).isEqualTo(200);
  }

  @Test
  void asAUserTheUsersPermissionsCount() {
    var person = Person.of(server, "sales");
    var as = " --as " + person.email();

    console.run("crm:user-create y@example.org Y sales" + as).refused(REFUSED, "users:create");
    console.run("crm:db-rollback leads --yes" + as).refused(REFUSED, "modules:update");
    console.run("crm:export users" + as).refused(REFUSED, "users:export");
    console.run("crm:status --as nobody@example.org").refused(REFUSED, "nobody@example.org");
    Fixture.created(server.admin(), "/leads", Fixture.lead());
    assertThat(console.run("crm:list leads --json" + as).well().json().get("items")).isEmpty();
  }

  @Test
  void aRoleIsGrantedAndStripped() {
    var role = Fixture.unique("role");
    Fixture.created(server.admin(), "/roles", Map.of("name", role));

    console.run("crm:grant " + role + " leads:read,leads:create").well();
    console.run("crm:grant " + role + " leads:nonsense").refused(WRONG_INPUT, "nonsense");
    console.run("crm:grant " + role + " leads:read --revoke").refused(WRONG_INPUT, "--yes");
    var after = console.run("crm:grant " + role + " leads:read --revoke --yes --json").well();
    assertThat(after.json().get("permissions"))
        .extracting(JsonNode::asText)
        .containsExactly("leads:create");
  }

  @Test
  void aLeadIsConvertedByAUserAndTheAuditSaysThroughWhom() {
    var lead = Fixture.created(server.admin(), "/leads", Fixture.lead()).get("id").asText();
    var command = "crm:lead-convert " + lead + " --as " + CrmNode.ADMIN_EMAIL;

    assertThat(console.run(command + " --dry-run").well().out()).startsWith("would convert");
    assertThat(status(lead)).isEqualTo("new");
    var client = console.run(command + " --yes --json").well().json();
    assertThat(server.admin().get("/clients/" + client.get("id").asText()).status()).isEqualTo(200);
    assertThat(status(lead)).isEqualTo("converted");
    assertThat(lastAudit("lead", lead).get("user_agent").asText())
        .isEqualTo("console:" + System.getProperty("user.name"));
  }

  private int login(String email, String password) {
    var body = Map.of("email", email, "password", password);
    return server.api().post("/auth/login", body).status();
  }

  private String status(String lead) {
    return server.admin().get("/leads/" + lead).text("status");
  }

  private JsonNode lastAudit(String type, String id) {
    var path = "/audit-logs?limit=1&resource_type=" + type + "&resource_id=" + id;
    return server.admin().get(path).json().at("/items/0");
  }
}
