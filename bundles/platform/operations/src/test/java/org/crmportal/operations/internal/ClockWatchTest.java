package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private Instant wall = Instant.parse("2026-11-28T12:00:00Z");
  private long monotonic = Long.MAX_VALUE - 5;
  private final ClockWatch watch = new ClockWatch(() -> wall, () -> monotonic);

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void timeThatPassesIsNoJump() {
    pass(Duration.ofMinutes(3));

    assertThat(watch.jump()).isEmpty();
  }

  @Test
  void aClockThatIsSetIsToldOnce() {
    pass(Duration.ofSeconds(1));
    wall = wall.plus(Duration.ofDays(1));
    assertThat(watch.jump()).contains(Duration.ofDays(1));

    pass(Duration.ofSeconds(1));
    assertThat(watch.jump()).isEmpty();
    wall = wall.minus(Duration.ofDays(2));
    assertThat(watch.jump()).contains(Duration.ofDays(-2));
  }

  @Test
  void aClockThatIsKeptRightIsNotWorthAWord() {
    wall = wall.plusMillis(900);

    assertThat(watch.jump()).isEmpty();
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    monotonic += time.toNanos();
  }
}
