package org.crmportal.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.crmportal.platform.job.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeoverTest {

  private final JobsFixture fixture = new JobsFixture();
  private final TestNode node = fixture.node;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aClosedNodeGivesItsJobToAnother() throws InterruptedException {
    var begun = new CountDownLatch(10);
    var first = new Steps(step -> begun.countDown());
    var second = new Steps(step -> {});
    node.jobs.bindRunner(first);
    var other = fixture.another();
    var id = submit();
    begun.await();
    node.jobs.close();
    other.jobs.bindRunner(second);

    assertThat(fixture.await(id, JobStatus.SUCCEEDED).rowsDone()).isEqualTo(Steps.COUNT);
    var done = new ArrayList<>(first.committed);
    done.addAll(second.committed);
    assertThat(done).isEqualTo(LongStream.rangeClosed(1, Steps.COUNT).boxed().toList());
  }

  @Test
  void aJobThatEndsItsNodeAgainAndAgainIsGivenUp() {
    node.jobs.bindRunner(new Steps(step -> {}));
    var id = node.transactions.required(() -> waiting("attempts = 5"));

    assertThat(fixture.await(id, JobStatus.FAILED).error()).contains("too often");
  }

  @Test
  void aDeadNodesJobIsTakenOverButNotALivingOnes() throws Exception {
    var steps = new Steps(step -> {});
    var alive = fixture.another();
    var id =
        node.transactions.required(
            () -> waiting("status = 'running', node = 'x', heartbeat_at = now()"));
    try (var session = new NodeSession(fixture.database.dataSource(), "x")) {
      session.keep(List.of(id));
      alive.jobs.bindRunner(steps);
      assertThat(fixture.ask(status(id))).containsExactly("running");
      assertThat(steps.committed).isEmpty();
    }

    fixture.await(id, JobStatus.SUCCEEDED);
  }

  /** The second one was told by a clock that has been set back since. */
  @ParameterizedTest
  @ValueSource(strings = {"- interval '2 minutes'", "+ interval '1 day'"})
  void aSilentNodesJobIsTakenOver(String lastWord) throws Exception {
    try (var session = new NodeSession(fixture.database.dataSource(), "x")) {
      var id =
          node.transactions.required(
              () -> waiting("status = 'running', node = 'y', heartbeat_at = now() " + lastWord));
      session.keep(List.of(id));
      node.jobs.bindRunner(new Steps(step -> {}));

      fixture.await(id, JobStatus.SUCCEEDED);
    }
  }

  @Test
  void theTimeLeftIsToldFromTheSpeedSinceTheLastStart() {
    var id =
        node.transactions.required(
            () ->
                waiting(
                    "status = 'running', node = 'y', heartbeat_at = now(), rows_total = 1000,"
                        + " rows_done = 350, rows_failed = 50, resumed_rows = 300,"
                        + " resumed_at = now() - interval '10 seconds'"));

    assertThat(fixture.job(id).secondsLeft()).isBetween(60L, 75L);
  }

  private UUID waiting(String state) {
    var id = submit();
    node.transactions.tx(
        connection -> {
          try (var update = connection.createStatement()) {
            return update.executeUpdate("UPDATE jobs SET " + state + " WHERE id = '" + id + "'");
          }
        });
    return id;
  }

  private UUID submit() {
    return node.asAnn(() -> node.jobs.submit("steps", Map.of(), null));
  }

  private static String status(UUID id) {
    return "SELECT status FROM jobs WHERE id = '" + id + "'";
  }
}
