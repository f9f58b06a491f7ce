package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Files into the CRM and out of it, and the end of what nobody waits for. */
class ConsoleFilesIT {

  private static final int REFUSED = 1;
  private static final int WRONG_INPUT = 2;

  private final CrmServer server = CrmServer.shared();
  private final Console console = Console.of(server);

  @Test
  void aFileIsImportedAndExported() throws IOException {
    var source = Fixture.unique("fair");
    var csv = "Mail,first_name,last_name\n%1$s@example.org,Ann,One\nnope,Ben,Two\n";
    var file = Files.writeString(here("import-" + source + ".csv"), csv.formatted(source));
    var command =
        "crm:import leads %s Mail=email first_name=first_name last_name=last_name --constants source=%s"
            .formatted(file.getFileName(), source);

    var rehearsed = console.run(command + " --dry-run");
    assertThat(rehearsed.status()).isEqualTo(REFUSED);
    assertThat(rehearsed.err()).contains("  row 3, Mail (email): must be an e-mail address\n");
    assertThat(console.run("crm:export leads source=" + source).well().out().lines()).hasSize(1);
    var done = console.run(command + " --json");
    assertThat(done.status()).isEqualTo(REFUSED);
    assertThat(done.json().get("rows_done").asInt()).isEqualTo(1);
    assertThat(done.json().at("/failures/0/row").asInt()).isEqualTo(3);
    assertThat(done.json().at("/failures/0/violations/0/field").asText()).isEqualTo("email");
    assertThat(done.err()).contains("rows that failed: 1").doesNotContain("row 3");
    assertThat(console.run("crm:export leads source=" + source + " fields=email,source").out())
        .isEqualTo("email,source\r\n%1$s@example.org,%1$s\r\n".formatted(source));
  }

  @Test
  void standardInputIsImportedAndAFileIsNotOverwritten() {
    var source = Fixture.unique("piped");
    var csv = "first_name,last_name,source\nAnn,%1$s,%1$s\n".formatted(source);

    console.run("crm:import leads -", csv).well();
    var export = "crm:export leads source=" + source + " --to " + source + ".csv";
    assertThat(console.run(export + " --json").well().json().get("rows").asInt()).isEqualTo(1);
    console.run(export).refused(WRONG_INPUT, "is there already");
    assertThat(here(source + ".csv")).content().contains(source);
  }

  @Test
  void whoGoesAwayStopsTheWork() throws IOException {
    var source = Fixture.unique("long");
    var csv = new StringBuilder("first_name,last_name,source\n");
    for (int i = 0; i < 30_000; i++) {
      csv.append("Ann,Nr ").append(i).append(',').append(source).append('\n');
    }
    Files.writeString(here(source + ".csv"), csv);
    var process =
        console.start("crm:import leads " + source + ".csv", here("long.out"), here("long.err"));
    Wait.until("it runs", Duration.ofMinutes(1), () -> newestJob().equals("running"));
    process.destroy();
    Wait.until("it stops", Duration.ofMinutes(1), () -> newestJob().equals("cancelled"));
  }

  private Path here(String name) {
    return server.node().folder().resolveSibling(name);
  }

  private String newestJob() {
    return server.admin().get("/jobs?limit=1").json().at("/items/0/status").asText();
  }
}
