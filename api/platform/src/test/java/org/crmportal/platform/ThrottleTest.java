package org.crmportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final AtomicLong clock = new AtomicLong();
  private final Throttle throttle = new Throttle(clock::get);

  private long allowed(int lines) {
    return IntStream.range(0, lines).filter(each -> throttle.allows()).count();
  }

  @Test
  void someLinesComeAtOnceAndThenOneASecond() {
    assertThat(allowed(100)).isEqualTo(10);

    clock.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(allowed(100)).isEqualTo(3);

    clock.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(allowed(100)).isEqualTo(10);
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertThat(throttle.untold()).isEmpty();
    allowed(15);

    assertThat(throttle.untold()).isEqualTo("; 5 more were not named");
    assertThat(throttle.untold()).isEmpty();
  }
}
