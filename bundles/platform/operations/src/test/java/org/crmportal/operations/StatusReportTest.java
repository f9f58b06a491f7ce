package org.crmportal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crmportal.operations.StatusReport.Database;
import org.crmportal.operations.StatusReport.Disk;
import org.crmportal.operations.StatusReport.ModuleState;
import org.crmportal.platform.health.Health;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private static final String WORDS = "a cause of many words ".repeat(20);

  private static StatusReport report(
      int wrong, int modules, @Nullable Database database, Map<String, Double> measured) {
    return new StatusReport(
        Instant.parse("2026-11-28T03:00:00Z"),
        "1.0.0",
        "node-a:8181",
        Duration.ofHours(75),
        wrong == 0,
        IntStream.range(0, wrong).mapToObj(i -> Health.down("part " + i, WORDS)).toList(),
        database,
        5,
        List.of(),
        IntStream.range(0, modules)
            .mapToObj(i -> new ModuleState("module" + i, "1.0.0", "running", List.of()))
            .toList(),
        measured,
        new Disk("/var/lib/crm", 12_300_000_000L, 50_000_000_000L),
        212_000_000,
        768_000_000,
        0,
        3,
        null);
  }

  @Test
  void whatIsGoodFitsAFewLines() {
    var measured =
        Map.of(
            "crm_pool_connections{state=\"active\"}", 3.0,
            "crm_pool_connections{state=\"idle\"}", 13.0,
            "crm_pool_connections_max", 16.0,
            "crm_jobs{status=\"failed\"}", 1.0);

    assertThat(report(0, 3, new Database("18.6", 124_000_000, 42), measured).text())
        .isEqualTo(
            """
            CRM Portal 1.0.0 on node-a:8181: READY, up 3 d 3 h
            Wrong     nothing
            Database  PostgreSQL 18.6, 124 MB
            Schema    42 changes, 5 folders, all ready
            Pool      3 in use, 13 idle, 16 at most; ? waiting, ? timeouts
            Requests  ? being answered
            Jobs      ? queued (the oldest for ? s), ? running, 1 failed
            Memory    212 MB of 768 MB
            Disk      12 GB free of 50 GB at /var/lib/crm
            Log       0 errors and 3 warnings since the start
            Modules   module0, module1, module2
            At        2026-11-28 03:00:00Z
            """);
  }

  @Test
  void whateverIsWrongItFitsOneScreen() {
    var text = report(40, 300, null, Map.of()).text();

    assertThat(text.lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
    assertThat(text)
        .contains("NOT READY", "Wrong     DOWN part 0: a cause", "and 35 more")
        .contains("Database  does not answer", "more\n");
  }

  @Test
  void aCauseHasAsManyLinesAsThereIsRoomFor() {
    var lines = report(1, 1, null, Map.of()).text().lines().toList();

    assertThat(lines.get(1)).startsWith("Wrong     DOWN part 0: a cause").doesNotEndWith("…");
    assertThat(lines.subList(2, 7)).allMatch(line -> line.startsWith(" ".repeat(12)));
    assertThat(lines.get(7)).isEqualTo("Database  does not answer");
  }

  @Test
  void programsGetItAsJson() {
    assertThat(report(1, 1, null, Map.of("crm_pool_waiting", 2.0)).json())
        .startsWith("{\"at\":\"2026-11-28T03:00:00Z\",\"version\":\"1.0.0\"")
        .contains("\"wrong\":[{\"part\":\"part 0\",\"state\":\"down\"", "\"database\":null")
        .contains("\"measured\":{\"crm_pool_waiting\":2.0}", "\"name\":\"module0\"");
  }
}
