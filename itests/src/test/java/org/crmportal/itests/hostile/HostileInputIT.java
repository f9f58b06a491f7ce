package org.crmportal.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.crmportal.itests.CrmNode;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent is answered quickly with a result or a problem, and the server stays as it was.
 *
 * <p>{@code -Dcrm.hostile.requests=50000} sends more, {@code -Dcrm.hostile.seed=1} others; {@code
 * target/hostile-input.txt} has the figures and the findings.
 */
class HostileInputIT {

  private static final long REQUESTS = Long.getLong("crm.hostile.requests", 4000);
  private static final long SEED = Long.getLong("crm.hostile.seed", 20261122);

  private static final Path REPORT = Path.of("target", "hostile-input.txt").toAbsolutePath();

  /** What caches and pools may still take after the first half of the requests. */
  private static final long ROOM = 4L * 1024 * 1024;

  @Test
  void nothingThatIsSentHurts() throws Exception {
    try (var server = CrmNode.fresh().start()) {
      var contract = new Contract(server.admin().get("/openapi.json").json());
      var places = new Places(contract);
      var callers = new Callers(server, places);
      var assault = new Assault(server, places, new Requests(SEED, contract, callers, places));
      long start = System.nanoTime();
      assault.until(REQUESTS / 2);
      long before = Heap.kept(server.process());
      assault.until(REQUESTS);
      var took = Duration.ofNanos(System.nanoTime() - start);
      assault.judgeSlow();
      long after = server.process().isAlive() ? Heap.kept(server.process()) : Long.MAX_VALUE;
      report(assault, contract, took, before, after);

      assertThat(assault.findings()).as("wrong answers, seed %s", SEED).isEmpty();
      assertThat(errors(server.log())).isEmpty();
      assertThat(after - before).as("growth of the heap, see %s", REPORT).isLessThan(ROOM);
      assertThat(assault.accepted()).as("accepted without an attack").hasSizeGreaterThan(30);
      assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
      callers.areStillServed();
    }
  }

  private static void report(
      Assault assault, Contract contract, Duration took, long before, long after)
      throws IOException {
    var report =
        """
        %d requests in %s, -Dcrm.hostile.seed=%d
        %s
        kept on the heap: %,d bytes after half of them, %,d at the end
        operations that accepted what was right: %d of %d
        findings: %d
        %s
        """
            .formatted(
                REQUESTS,
                took,
                SEED,
                assault.figures(),
                before,
                after,
                assault.accepted().size(),
                contract.operations().size(),
                assault.findings().size(),
                String.join("\n", assault.findings().stream().map(Finding::toString).toList()));
    Files.writeString(REPORT, report);
  }

  private static List<String> errors(String log) {
    return log.lines().filter(line -> line.contains(" ERROR ")).limit(5).toList();
  }
}
