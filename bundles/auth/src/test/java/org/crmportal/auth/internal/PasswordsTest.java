package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordMatchesItsOwnHashOnly() {
    var hash = passwords.hash("grün ist die Heide");

    assertThat(hash).contains("argon2id").hasSizeLessThan(255);
    assertThat(passwords.matches("grün ist die Heide", hash)).isTrue();
    assertThat(passwords.matches("grun ist die Heide", hash)).isFalse();
    assertThat(passwords.hash("grün ist die Heide")).isNotEqualTo(hash);
  }

  @Test
  void nothingMatchesNobodysPassword() {
    assertThat(passwords.matches("anything", null)).isFalse();
  }

  @Test
  void aHashTakesAsLongWhetherThereIsAUserOrNot() {
    var hash = passwords.hash("grün ist die Heide");
    var known = time(hash);
    var unknown = time(null);

    assertThat(known).isBetween(Duration.ofMillis(5), Duration.ofSeconds(2));
    assertThat(unknown.toMillis()).isBetween(known.toMillis() / 3, known.toMillis() * 3);
  }

  @Test
  void onlyAFewHashAtOnce() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(8);
    try {
      var all =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(i -> Executors.callable(() -> inTurn(now, most)))
                  .toList());
      for (var each : all) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(most.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
  }

  private void inTurn(AtomicInteger now, AtomicInteger most) {
    passwords.inTurn(
        () -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          passwords.hash("grün ist die Heide");
          return now.decrementAndGet();
        });
  }

  /** The shortest of some: the others had to wait for a processor. */
  private Duration time(String hash) {
    var shortest = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      var start = System.nanoTime();
      passwords.matches("not the password", hash);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return Duration.ofNanos(shortest);
  }
}
