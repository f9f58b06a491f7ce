package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The console through its script: answers, JSON, exit status, refusals, audit. */
class ConsoleIT {

  private static final int WRONG_INPUT = 2;

  private final CrmServer server = CrmServer.shared();
  private final Console console = Console.of(server);

  @Test
  void theStatusFitsOneScreen() {
    var status = console.run("crm:status");

    assertThat(status.status()).as(status.err()).isZero();
    assertThat(status.out()).startsWith("CRM Portal ").contains("READY", "PostgreSQL", "Modules");
    assertThat(status.out().lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
    assertThat(console.run("crm:status --json").json().get("ready").asBoolean()).isTrue();
  }

  @Test
  void everyCommandExplainsItself() {
    var commands = new ArrayList<String>();
    var known = console.run("crm:help --json").json();
    known.forEach(line -> commands.add(line.get("command").asText()));

    assertThat(commands)
        .contains("crm:status", "crm:modules", "crm:list", "crm:user-create", "crm:user-password")
        .contains("crm:grant", "crm:db-status", "crm:db-rollback", "crm:lead-convert")
        .contains("crm:import", "crm:export", "crm:verify");
    var all = commands.stream().map(each -> each + " --help").collect(Collectors.joining("; "));
    assertThat(console.run(all).well().out())
        .contains(commands.stream().map(each -> each + " - ").toList());
  }

  @Test
  void modulesAndMigrationsAreListed() {
    assertThat(texts(console.run("crm:modules --json").json(), "name"))
        .contains("auth", "clients", "leads");
    assertThat(texts(console.run("crm:db-status --json").json(), "folder"))
        .contains("auth", "leads", "platform");
  }

  @Test
  void aListIsWhatTheApiAnswers() {
    var lead = Fixture.created(server.admin(), "/leads", Fixture.lead());
    var email = lead.get("email").asText();

    var answer = console.run("crm:list leads email=" + email + " count=true --json").well();
    assertThat(answer.json())
        .isEqualTo(server.admin().get("/leads?count=true&email=" + email).json());
    var table = console.run("crm:list lead email=" + email + " fields=id,email,status").well();
    assertThat(table.out().lines().toList().get(0)).matches("id +email +status");
    assertThat(table.out()).contains(lead.get("id").asText(), email, "new");
  }

  @Test
  void whatIsWrongIsNamedOnStandardError() {
    console.run("crm:list leads nonsense=1").refused(WRONG_INPUT, "nonsense");
    console.run("crm:list nonsense").refused(WRONG_INPUT, "only activities");
    console.run("crm:list").refused(WRONG_INPUT, "<records> is missing");
    console.run("crm:list leads --nonsense").refused(WRONG_INPUT, "--nonsense");
    console.run("crm:nonsense").refused(127, "crm:nonsense");
    console.run("crm:lead-convert 7 --yes").refused(WRONG_INPUT, "7 is not an id");
    console.run("crm:config-list nonsense").refused(WRONG_INPUT, "only org.crmportal.");
    var leads = console.run("crm:db-rollback leads 999 --dry-run");
    leads.refused(WRONG_INPUT, "must be a number from 1 to ");
  }

  @Test
  void aLineThatCannotBeReadIsWrongInput() {
    for (var line : List.of("crm:list 'leads", "\"", "crm:list leads (", "crm:list }")) {
      console.run(line).refused(WRONG_INPUT, "cannot be read");
    }
  }

  @Test
  void aSettingIsRehearsedFromWhatItIsToWhatItWouldBe() {
    var would = console.run("crm:config-set org.crmportal.signin failures 7 --dry-run").well();

    assertThat(would.out()).startsWith("would change failures from 5 to 7 on ");
  }

  @Test
  void theDataIsVerified() {
    var checked = console.run("crm:verify").well();

    assertThat(checked.out()).contains("changelogs", "references", "rules", "audit", "ok");
    assertThat(console.run("crm:verify --json").well().json())
        .hasSizeGreaterThan(100)
        .allMatch(finding -> finding.get("problem").asText().isEmpty());
  }

  private static List<String> texts(JsonNode list, String field) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.get(field).asText()));
    return texts;
  }
}
