package org.crmportal.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.job.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportRefusalTest {

  private static final String NAMES = "SELECT name FROM gadgets ORDER BY name";

  private final JobsFixture fixture = new JobsFixture();
  private final TestNode node = fixture.node;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aDryRunTellsTheSameAndKeepsNothing() throws IOException {
    var mapping = Map.of("Name", "name", "Mail", "email");
    var file = "Name,Mail\nA,a@example.org\nB,a@example.org\n,x\n";
    var rehearsal =
        fixture.imported(new CsvImport(mapping, Map.of(), null, ".", null, true, false), file);
    assertThat(fixture.ask(NAMES)).isEmpty();

    var real = fixture.imported(JobsFixture.plain(mapping), file);

    assertThat(fixture.ask(NAMES)).containsExactly("A");
    assertThat(rehearsal.rowsDone()).isEqualTo(real.rowsDone()).isEqualTo(1);
    assertThat(fixture.errors(rehearsal)).isEqualTo(fixture.errors(real));
  }

  @Test
  void anImportThatCannotGoWellIsRefusedAtOnce() {
    assertThatThrownBy(() -> fixture.submit(JobsFixture.plain(Map.of("Nome", "name")), "Name\nA\n"))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> assertThat(e.violations().get(0).message()).contains("no column Nome, only Name"));
    node.grants.remove("gadgets:import");
    assertThatThrownBy(() -> fixture.submit(JobsFixture.plain(Map.of("Name", "name")), "Name\nA\n"))
        .hasMessageContaining("gadgets:import");
    assertThat(fixture.ask("SELECT id FROM jobs")).isEmpty();
  }

  @Test
  void aPermissionThatIsTakenAwayStopsTheImport() {
    node.services.remove("gadget");
    var id = fixture.submit(JobsFixture.plain(Map.of("Name", "name")), "Name\nA\n");
    JobsFixture.until(() -> fixture.job(id).error() != null);
    assertThat(fixture.job(id).error()).isEqualTo("The module gadgets is not running");

    node.grants.remove("gadgets:import", Scope.ALL);
    node.services.put("gadget", new Gadgets(node.transactions, node.callers, node.records));

    assertThat(fixture.await(id, JobStatus.FAILED).error()).contains("gadgets:import");
    assertThat(fixture.ask(NAMES)).isEmpty();
  }
}
