package org.crmportal.postgres.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, as somebody other than root, because they refuse root. */
final class Commands {

  private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private final Programs programs;
  private final List<String> prefix;

  private Commands(Programs programs, List<String> prefix) {
    this.programs = programs;
    this.prefix = prefix;
  }

  /** Root becomes nobody: in a user namespace where the system allows one, else really. */
  static Commands in(Path folder, Programs programs) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Commands(programs, List.of());
    }
    for (var prefix : List.of(OWN_NAMESPACE, NOBODY)) {
      if (works(prefix, folder, programs)) {
        return new Commands(programs, prefix);
      }
    }
    throw new IOException(
        "PostgreSQL does not run as root, and %s is closed to other users: start as another user,"
                .formatted(folder)
            + " or set CRM_DB_URL");
  }

  /** Hands the folder to nobody where the programs will run as nobody. */
  private static boolean works(List<String> prefix, Path folder, Programs programs)
      throws IOException {
    var postgres = programs.program("postgres").toString();
    if (exitCode(with(prefix, postgres, "--version")) != 0) {
      return false;
    }
    return !prefix.equals(NOBODY)
        || exitCode(List.of("chown", "-R", "65534:65534", folder.toString())) == 0;
  }

  private static int exitCode(List<String> command) {
    try {
      return finish(start(command), Duration.ofSeconds(60));
    } catch (IOException e) {
      // The program is not there: one way less.
      return -1;
    }
  }

  /** Runs to the end; what the program said is in the failure if it failed. */
  void run(Duration wait, String program, String... arguments) throws IOException {
    var output = Files.createTempFile("crm-postgres", ".out");
    try {
      var command = with(prefix, programs.program(program).toString(), arguments);
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .start();
      var code = finish(process, wait);
      if (code != 0) {
        var said = Files.readString(output, StandardCharsets.UTF_8).strip();
        throw new IOException("%s failed with %d: %s".formatted(program, code, said));
      }
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int finish(Process process, Duration wait) throws IOException {
    try {
      if (!process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException("no end after " + wait);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static List<String> with(List<String> prefix, String program, String... arguments) {
    var command = new ArrayList<>(prefix);
    command.add(program);
    command.addAll(List.of(arguments));
    return command;
  }
}
