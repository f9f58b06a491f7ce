package org.crmportal.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL's main process, whoever started it. It outlives a JVM that is killed. */
final class Postmaster {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final Commands commands;

  Postmaster(Cluster cluster, Commands commands) {
    this.cluster = cluster;
    this.commands = commands;
  }

  /** The running process by its pid file; empty if none runs or the pid is somebody else's now. */
  Optional<ProcessHandle> running() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isRunning);
  }

  /**
   * Whether the process runs a program of this folder. One that ended and whose parent, such as the
   * first process of a container, never asks how, counts as alive but has no program any more.
   */
  boolean isRunning(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().map(Path::of).filter(cluster::holds).isPresent();
  }

  /**
   * In a session of its own, so that Ctrl-C reaches the JVM alone and the order of stopping holds.
   */
  ProcessHandle start() throws IOException {
    if (running().isEmpty()) {
      // PostgreSQL itself would take any process with this number for the one that left the file.
      Files.deleteIfExists(pidFile());
    }
    control(START, "start", "--log=" + cluster.startLog());
    return running().orElseThrow(() -> new IOException("PostgreSQL ended at once"));
  }

  void stop() throws IOException {
    try {
      control(STOP, "stop", "--mode=fast");
    } catch (IOException e) {
      if (running().isEmpty()) {
        return;
      }
      // It recovers from its log at the next start; waiting longer would leave an orphan.
      control(STOP, "stop", "--mode=immediate");
    }
  }

  private Path pidFile() {
    return cluster.data().resolve("postmaster.pid");
  }

  private void control(Duration wait, String action, String option) throws IOException {
    commands.run(
        wait.plusSeconds(10),
        "pg_ctl",
        action,
        "--pgdata=" + cluster.data(),
        "--wait",
        "--timeout=" + wait.toSeconds(),
        "--silent",
        option);
  }
}
