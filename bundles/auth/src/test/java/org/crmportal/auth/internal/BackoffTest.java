package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void fourFailuresAreForgiven() {
    assertThat(Backoff.after(4)).isZero();
  }

  @Test
  void thePauseDoublesUpToAnHour() {
    assertThat(Backoff.after(5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Backoff.after(6)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Backoff.after(11)).isEqualTo(Duration.ofMinutes(32));
    assertThat(Backoff.after(12)).isEqualTo(Duration.ofHours(1));
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
  }
}
