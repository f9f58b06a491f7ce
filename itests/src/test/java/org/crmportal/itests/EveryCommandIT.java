package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command that the console knows answers people and programs, refuses who may not, and stands
 * in the audit trail if it changed something. A command that is not among them fails the test.
 */
class EveryCommandIT {

  private static final int REFUSED = 1;

  private static CrmServer server;
  private static Console console;
  private static Person powerless;
  private static List<String> helps = List.of();
  private static Set<String> rehearsed = Set.of();

  @BeforeAll
  static void start() {
    server = CrmNode.fresh().start();
    console = Console.of(server);
    powerless = Person.who(server);
    explain();
  }

  /** All explanations at once, since each run of the script is a process. */
  private static void explain() {
    var line = new StringJoiner("; ");
    var known = console.run("crm:help --json").well().json();
    known.forEach(each -> line.add(each.get("command").asText() + " --help"));
    var text = console.run(line.toString()).well().out();
    helps = Arrays.stream(text.split("(?m)(?=^crm:)")).filter(help -> !help.isBlank()).toList();
    rehearsed =
        helps.stream()
            .filter(help -> help.contains("--dry-run"))
            .map(help -> help.split(" ", 2)[0])
            .collect(Collectors.toSet());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /**
   * How a command is tried. A {@code %s} on its line is a word that is new each time.
   *
   * @param needs the permission that a refusal names; empty if everybody may
   * @param tells the resource in the audit trail; empty if nothing is changed
   * @param input standard input
   */
  private record Try(String line, String needs, String tells, String input) {}

  private final Map<String, Try> tries = new LinkedHashMap<>();

  EveryCommandIT() {
    reads("help", "", "");
    reads("status", "", "modules:read");
    reads("modules", "", "modules:read");
    reads("list", "leads", "leads:read");
    reads("export", "leads", "leads:export");
    reads("db-status", "", "modules:read");
    reads("config-list", "", "modules:read");
    reads("config-get", "org.crmportal.pool max.connections", "modules:read");
    reads("verify", "", "modules:read");
    changes(
        "config-set", "org.crmportal.pool max.connections 17", "modules:update", "configuration");
    changes("user-create", "%s@example.org Ann sales", "users:create", "user");
    changes("user-password", powerless.email() + " --yes", "users:update", "user");
    changes("grant", "support leads:read_own", "roles:update", "role");
    changes("lead-convert", lead() + " --yes", "leads:convert", "lead");
    changes("db-rollback", "reporting --yes", "modules:update", "schema");
    changes("db-migrate", "reporting", "modules:update", "schema");
    changes("module-remove", "clients --yes", "modules:update", "module");
    changes("module-install", "clients", "modules:update", "module");
    var csv = "first_name,last_name\nAnn,One\n";
    tries.put("import", new Try("crm:import leads -", "leads:import", "job", csv));
  }

  private void reads(String command, String rest, String needs) {
    changes(command, rest, needs, "");
  }

  private void changes(String command, String rest, String needs, String tells) {
    tries.put(command, new Try(("crm:" + command + " " + rest).strip(), needs, tells, ""));
  }

  private static String lead() {
    return Fixture.created(server.admin(), "/leads", Fixture.lead()).get("id").asText();
  }

  @Test
  void noCommandIsWithoutATestAndEachExplainsItself() {
    var known = console.run("crm:help --json").well().json();

    assertThat(known)
        .extracting(each -> each.get("command").asText().replace("crm:", ""))
        .containsExactlyInAnyOrderElementsOf(tries.keySet());
    assertThat(helps).hasSameSizeAs(tries.keySet()).allMatch(help -> help.contains("--as"));
  }

  @TestFactory
  Stream<DynamicTest> every() {
    return tries.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest("crm:" + each.getKey(), () -> check(each.getValue())));
  }

  private static void check(Try command) {
    var before = newest();
    refused(command);
    if (rehearsed.contains(command.line().split(" ", 2)[0])) {
      people(run(command, " --dry-run"));
    } else if (command.tells().isEmpty()) {
      people(run(command, ""));
    }
    assertThat(command.tells().equals("job") ? before : newest()).isEqualTo(before);
    programs(run(command, forPrograms(command)));
    audited(command, newest(), before);
  }

  private static Console.Said run(Try command, String more) {
    return console.run(command.line().replace("%s", Fixture.unique("new")) + more, command.input());
  }

  /** A list as CSV is for programs as it is; with JSON it goes to a file. */
  private static String forPrograms(Try command) {
    var file = Fixture.unique("export") + ".csv";
    return command.line().startsWith("crm:export ") ? " --json --to " + file : " --json";
  }

  private static void people(Console.Said said) {
    assertThat(said.well().out()).isNotBlank();
    assertThat(said.out().stripLeading()).doesNotStartWith("{").doesNotStartWith("[");
  }

  private static void programs(Console.Said said) {
    var out = said.well().out();
    assertThat(said.json().isMissingNode()).as(out).isFalse();
    assertThat(said.err()).isEmpty();
  }

  private static void refused(Try command) {
    var said = run(command, " --as " + powerless.email());
    if (command.needs().isEmpty()) {
      people(said);
    } else {
      said.refused(REFUSED, command.needs());
    }
  }

  private static void audited(Try command, List<String> after, List<String> before) {
    if (command.tells().isEmpty()) {
      assertThat(after).isEqualTo(before);
      return;
    }
    var rows = server.admin().get("/audit-logs?limit=20").json().get("items");
    assertThat(rows)
        .filteredOn(row -> !before.contains(row.get("id").asText()))
        .anySatisfy(
            row -> {
              assertThat(row.get("resource_type").asText()).isEqualTo(command.tells());
              assertThat(row.get("actor_name").asText())
                  .isEqualTo("console:" + System.getProperty("user.name"));
            });
  }

  /** The ids of the newest rows of the audit trail. */
  private static List<String> newest() {
    return server.admin().get("/audit-logs?limit=20&fields=id").json().findValuesAsText("id");
  }
}
