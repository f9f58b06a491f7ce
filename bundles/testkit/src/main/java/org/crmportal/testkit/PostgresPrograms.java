package org.crmportal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to run as root, as somebody else where need be. */
final class PostgresPrograms {

  private static final String NOBODY = "65534";

  private final Path programs;
  private final List<String> prefix;

  PostgresPrograms(Path programs) {
    this.programs = programs;
    this.prefix = prefix();
  }

  private static List<String> prefix() {
    if (!PostgresFiles.userName().equals("root")) {
      return List.of();
    }
    var namespace = List.of("unshare", "-U");
    return exitStatus(with(namespace, "true")) == 0
        ? namespace
        : List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  }

  /** Lets PostgreSQL own the folder that will hold its data. */
  void give(Path folder) {
    if (prefix.contains("setpriv")) {
      check(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }
  }

  void run(String program, String... arguments) {
    check(command(program, arguments));
  }

  /** Runs it and does not mind how it ends. */
  void attempt(String program, String... arguments) {
    exitStatus(command(program, arguments));
  }

  private List<String> command(String program, String... arguments) {
    var command = new ArrayList<>(with(prefix, programs.resolve("bin/" + program).toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> with(List<String> prefix, String program) {
    var command = new ArrayList<>(prefix);
    command.add(program);
    return command;
  }

  private static void check(List<String> command) {
    // a file and not a pipe: a server that stays would keep the pipe open
    try {
      var output = Files.createTempFile("crm-test-postgres", ".log");
      try {
        var process =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        if (process.start().waitFor() != 0) {
          throw new IllegalStateException(
              String.join(" ", command) + ":\n" + Files.readString(output, StandardCharsets.UTF_8));
        }
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int exitStatus(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // the program is not there
      return 127;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }
}
