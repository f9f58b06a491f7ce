package org.crmportal.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class HttpDateTest {

  @Test
  void itGoesWithTheClock() {
    var now = new AtomicReference<>(Instant.parse("2026-11-07T08:09:59.900Z"));
    var date = new HttpDate(now::get);

    assertThat(date.now()).isEqualTo("Sat, 07 Nov 2026 08:09:59 GMT");
    now.set(Instant.parse("2026-11-07T08:10:00.100Z"));
    assertThat(date.now()).isEqualTo("Sat, 07 Nov 2026 08:10:00 GMT");
  }
}
