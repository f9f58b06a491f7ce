package org.crmportal.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The console of a node, as an operator calls it: {@code bin/console <command>}. */
final class Console {

  private static final long LIMIT_SECONDS = 120;

  private final Path data;
  private final Path here;

  private Console(Path data, Path here) {
    this.data = data;
    this.here = here;
  }

  static Console of(CrmServer server) {
    return in(server.node().folder());
  }

  /** The console of whatever node there is in a folder; relative paths begin beside it. */
  static Console in(Path data) {
    return new Console(data, data.getParent());
  }

  /** Gives one command, with nothing on standard input. */
  Said run(String command) {
    return run(command, "");
  }

  /** Gives one command with something on standard input. */
  Said run(String command, String input) {
    try {
      var out = Files.createTempFile(here, "out-", ".txt");
      var err = Files.createTempFile(here, "err-", ".txt");
      var process = start(command, out, err);
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + Files.readString(err));
      }
      return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gives one command and does not wait for its end. */
  Process start(String command, Path out, Path err) throws IOException {
    var builder = new ProcessBuilder(CrmServer.home().resolve("bin/console").toString(), command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CRM_"));
    builder.environment().put("CRM_DATA", data.toString());
    return builder
        .directory(here.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /**
   * What came of a command.
   *
   * @param status its exit status
   */
  record Said(int status, String out, String err) {

    JsonNode json() {
      return Api.parse(out);
    }

    /** This must have been refused, on standard error and with nothing on standard output. */
    void refused(int expected, String sentence) {
      if (status != expected
          || !out.isEmpty()
          || !err.startsWith("crm: ")
          || !err.contains(sentence)) {
        throw new AssertionError(expected + " and " + sentence + " wanted, but: " + this);
      }
    }

    /** This, if it went well. */
    Said well() {
      if (status != 0) {
        throw new AssertionError(this);
      }
      return this;
    }
  }
}
