package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock of one node and its embedded database, which a test can set: libfaketime, which shifts
 * what the processes are told of the time of day and leaves alone how long they wait.
 */
final class FakeClock {

  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1",
          "/usr/lib/faketime/libfaketimeMT.so.1");

  /**
   * How far it is ahead at first. The library tells a signal's handler the true time now and then;
   * were that later than the set one, PostgreSQL would take every timeout for over.
   */
  private static final Duration FIRST = Duration.ofDays(2);

  private final Path file;

  private FakeClock(Path file) {
    this.file = file;
    set(Duration.ZERO);
  }

  /** Gives the node a clock of its own; without the library the test is skipped, but not in CI. */
  static FakeClock of(CrmNode node) {
    boolean possible = library().isPresent();
    assertThat(possible || System.getenv("CI") == null).as("CI installs faketime").isTrue();
    assumeTrue(possible, "skipped: there is no libfaketime here (the package faketime)");
    // beside the node's folder, which the database's user cannot look into
    var file = node.folder().resolveSibling(node.folder().getFileName() + "-clock");
    node.with("LD_PRELOAD", library().orElseThrow().toString())
        .with("FAKETIME_TIMESTAMP_FILE", file.toString())
        .with("FAKETIME_CACHE_DURATION", "1")
        .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        // Otherwise every timed wait of the JVM, which is one of the monotonic clock, ends at once.
        .with("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return new FakeClock(file);
  }

  /** The time that it shows before it is set. */
  static Instant firstNow() {
    return Instant.now().plus(FIRST);
  }

  /** Sets it to so much after what it showed at first; everybody sees it within a second. */
  void set(Duration ahead) {
    try {
      var next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, "%+d%n".formatted(FIRST.plus(ahead).toSeconds()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> library() {
    return LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
  }
}
