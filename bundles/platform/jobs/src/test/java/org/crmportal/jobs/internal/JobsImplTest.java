package org.crmportal.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.job.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsImplTest {

  private final JobsFixture fixture = new JobsFixture();
  private final TestNode node = fixture.node;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aJobRunsOnceItsTransactionIsCommitted() {
    var steps = new Steps(step -> {});
    node.jobs.bindRunner(steps);

    var id = node.transactions.required(() -> submitted(steps, node));

    assertThat(fixture.await(id, JobStatus.SUCCEEDED).rowsDone()).isEqualTo(Steps.COUNT);
    assertThat(fixture.ask("SELECT count(*) FROM job_files")).containsExactly("0");
    assertThat(fixture.ask("SELECT action FROM audit_logs WHERE resource_type = 'job'"))
        .containsExactly("created");
  }

  private UUID submitted(Steps steps, TestNode by) {
    var file = new ByteArrayInputStream(new byte[1_300_000]);
    var id = by.asAnn(() -> by.jobs.submit("steps", Map.of("a", 1), file));
    assertThat(steps.committed).isEmpty();
    return id;
  }

  @Test
  void aJobOfATransactionThatFailedIsNone() {
    assertThatThrownBy(
            () ->
                node.transactions.required(
                    () -> {
                      submitted(new Steps(step -> {}), node);
                      throw new IllegalStateException("no");
                    }))
        .hasMessageContaining("no");

    assertThat(fixture.ask("SELECT id FROM jobs")).isEmpty();
  }

  @Test
  void aFailureSaysWhyAndADefectOnlyWhereToLook() {
    node.jobs.bindRunner(
        new Steps(
            step -> {
              throw CrmException.invalid("file", "unreadable", "row 7 is broken");
            }));
    var id = submit();
    assertThat(fixture.await(id, JobStatus.FAILED).error()).contains("file: row 7 is broken");

    node.jobs.bindRunner(
        new Steps(
            step -> {
              throw new IllegalStateException("SELECT secret");
            }));
    var defect = fixture.await(submit(), JobStatus.FAILED);
    assertThat(defect.error()).contains("in the log").doesNotContain("secret");
  }

  @Test
  void aCancelledJobStopsAfterItsStep() throws InterruptedException {
    var inStep = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var steps =
        new Steps(
            step -> {
              inStep.countDown();
              await(go);
            });
    node.jobs.bindRunner(steps);
    var id = submit();
    inStep.await();
    var cancelling = new Thread(() -> node.asAnn(() -> node.jobs.cancel(id)));
    cancelling.start();
    go.countDown();
    cancelling.join();

    var job = fixture.await(id, JobStatus.CANCELLED);
    assertThat(job.finishedAt()).isNotNull();
    assertThat(job.rowsDone()).isLessThan(Steps.COUNT);
    assertThat(node.asAnn(() -> node.jobs.cancel(id)).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void whatHasEndedIsNotCancelled() {
    node.jobs.bindRunner(new Steps(step -> {}));
    var id = submit();
    fixture.await(id, JobStatus.SUCCEEDED);

    assertThatThrownBy(() -> node.asAnn(() -> node.jobs.cancel(id)))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.kind()).isEqualTo("illegal_move"));
  }

  @Test
  void aJobWaitsForWhatItNeeds() {
    var there = new AtomicBoolean();
    node.jobs.bindRunner(
        new Steps(
            step -> {
              if (!there.get()) {
                throw CrmException.moduleDown("gadgets");
              }
            }));
    var id = submit();
    JobsFixture.until(() -> fixture.job(id).error() != null);
    assertThat(fixture.job(id).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(fixture.job(id).error()).contains("gadgets is not running");

    there.set(true);
    assertThat(fixture.await(id, JobStatus.SUCCEEDED).error()).isNull();
  }

  @Test
  void aJobStopsWhenItsUserIsDeactivated() {
    node.jobs.bindRunner(new Steps(step -> node.annIsActive = step < 5));
    var id = submit();
    JobsFixture.until(() -> fixture.ask(status(id)).equals(List.of("failed")));
    node.annIsActive = true;

    var job = fixture.job(id);
    assertThat(job.error()).contains("not an active user");
    assertThat(job.rowsDone()).isEqualTo(5);
  }

  @Test
  void othersDoNotSeeAJobWithoutAGrant() {
    node.jobs.bindRunner(new Steps(step -> {}));
    var id = node.callers.call(node.callers.system("test"), this::submitHere);

    assertThatThrownBy(() -> fixture.job(id)).hasMessageContaining("There is no job");
    assertThatThrownBy(() -> node.asAnn(() -> node.jobs.cancel(id)))
        .hasMessageContaining("There is no job");
    node.grants.put("jobs:read", Scope.ALL);
    fixture.await(id, JobStatus.SUCCEEDED);
  }

  private UUID submit() {
    return node.asAnn(this::submitHere);
  }

  private UUID submitHere() {
    return node.jobs.submit("steps", Map.of(), null);
  }

  private static String status(UUID id) {
    return "SELECT status FROM jobs WHERE id = '" + id + "'";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
