package org.crmportal.jobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.job.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KillTest {

  private static final int ROWS = 5_000;

  private final JobsFixture fixture = new JobsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void anImportOutlivesItsNodesWithNoRowLostOrTwice() throws Exception {
    fixture.node.jobs.close();
    var id = submit();

    killAfter(id, 600);
    killAfter(id, 2_000);
    var survivor = fixture.another();

    var job = fixture.await(id, JobStatus.SUCCEEDED);
    assertThat(job.rowsDone()).isEqualTo(ROWS);
    assertThat(fixture.ask("SELECT count(*) || '/' || count(DISTINCT name) FROM gadgets"))
        .containsExactly(ROWS + "/" + ROWS);
    assertThat(survivor.asAnn(() -> survivor.records.get(Gadget.TYPE, anyId())).name()).isNotNull();
  }

  private UUID anyId() {
    return UUID.fromString(fixture.ask("SELECT id FROM gadgets LIMIT 1").get(0));
  }

  private UUID submit() {
    var file = new StringBuilder("Name\n");
    for (int i = 0; i < ROWS; i++) {
      file.append("G").append(i).append('\n');
    }
    var how = new CsvImport(Map.of("Name", "name"), Map.of(), null, ".", null, false, false);
    var bytes = new ByteArrayInputStream(file.toString().getBytes(UTF_8));
    var node = fixture.node;
    return node.asAnn(() -> node.imports.submit(Gadget.TYPE, how, bytes));
  }

  /** Lets a process work until so many rows are there, and kills it without a warning. */
  private void killAfter(UUID id, long rows) throws IOException, InterruptedException {
    var log = File.createTempFile("killed-node", ".log");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName(),
                fixture.database.url(),
                fixture.database.user())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      JobsFixture.until(() -> fixture.job(id).rowsDone() >= rows);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(log.delete()).isTrue();
    assertThat(fixture.job(id).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(fixture.job(id).rowsDone()).isLessThan(ROWS);
  }
}
