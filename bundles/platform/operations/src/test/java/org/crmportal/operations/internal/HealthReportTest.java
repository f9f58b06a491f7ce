package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.crmportal.platform.health.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthReportTest {

  private final HealthReport report = new HealthReport(Duration.ofMillis(300));
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void close() {
    report.close();
  }

  @Test
  void partsAreListedByName() {
    report.add(() -> List.of(Health.up("database")));
    report.add(() -> List.of(Health.degraded("a listener", "in\n quarantine")));

    assertThat(report.parts())
        .containsExactly(Health.degraded("a listener", "in quarantine"), Health.up("database"));
    assertThat(HealthReport.ready(report.parts())).isTrue();
  }

  @Test
  void aPartThatIsDownMakesTheServerNotReady() {
    report.add(() -> List.of(Health.down("database", "gone"), Health.up("http")));

    assertThat(HealthReport.ready(report.parts())).isFalse();
  }

  @Test
  void aCheckThatThrowsIsDownAndHidesNoOther() {
    report.add(
        () -> {
          throw new IllegalStateException("jdbc:postgresql://secret");
        });
    report.add(() -> List.of(Health.up("http")));

    assertThat(report.parts())
        .contains(Health.up("http"))
        .anySatisfy(part -> assertThat(part.state()).isEqualTo(Health.State.DOWN))
        .noneSatisfy(part -> assertThat(part.cause()).contains("secret"));
  }

  @Test
  void aCheckThatNeverReturnsIsNotWaitedFor() {
    report.add(
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        });
    report.add(() -> List.of(Health.up("http")));

    assertThat(report.parts())
        .contains(Health.up("http"))
        .anySatisfy(part -> assertThat(part.cause()).isEqualTo("does not answer"));
  }
}
