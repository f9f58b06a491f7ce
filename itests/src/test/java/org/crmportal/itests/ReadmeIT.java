package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** The first steps, word for word as the README has them. */
class ReadmeIT {

  private static final Pattern PASSWORD = Pattern.compile("(?m)^.*password: *(\\S+).*$");

  @Test
  void theFirstStepsWorkWithTheEmbeddedDatabase() throws Exception {
    takeTheFirstSteps(firstStart());
  }

  @Test
  void theFirstStepsWorkWithAnExternalDatabase() throws Exception {
    var node = firstStart();
    try (var database = PostgresServer.start(node.folder().resolve("external"))) {
      takeTheFirstSteps(node.on(database));
    }
  }

  private static CrmNode firstStart() {
    return CrmNode.fresh().without("CRM_ADMIN_EMAIL").without("CRM_ADMIN_PASSWORD");
  }

  private static void takeTheFirstSteps(CrmNode node) throws Exception {
    try (var server = node.start()) {
      Wait.until(
          "the password is shown",
          Duration.ofSeconds(30),
          () -> PASSWORD.matcher(server.output()).find());
      var password = PASSWORD.matcher(server.output());
      assertThat(password.find()).isTrue();
      var steps =
          firstSteps()
              .replace("http://127.0.0.1:8181", server.address().toString())
              .replace("THE PASSWORD", password.group(1));

      var said = run(steps, node.folder().resolve("steps.txt"));

      assertThat(said)
          .contains("\"last_name\":\"Lovelace\"", "\"status\":\"qualified\"")
          .contains("\"company_name\":\"Analytical Engines\"", "\"missing\":{")
          .doesNotContain("/problems/");
    }
  }

  /** The indented lines of the chapter. */
  private static String firstSteps() throws Exception {
    var readme = Files.readString(Path.of("../README.md"));
    var chapter = readme.substring(readme.indexOf("## First steps"));
    return chapter
        .substring(0, chapter.indexOf("\n## "))
        .lines()
        .filter(line -> line.startsWith("    "))
        .collect(Collectors.joining("\n"));
  }

  private static String run(String script, Path output) throws Exception {
    var shell =
        new ProcessBuilder("sh", "-euc", script)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    var said = Files.readString(output);
    assertThat(shell.exitValue()).as(said).isZero();
    return said;
  }
}
