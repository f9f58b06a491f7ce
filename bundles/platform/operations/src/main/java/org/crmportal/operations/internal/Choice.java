package org.crmportal.operations.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The choice of modules in {@code CRM_DATA}, which every new container of the node is made from.
 * While it changes there is no file {@code build}: a node that dies meanwhile throws its half
 * changed container away and makes one of the choice.
 */
final class Choice {

  /** What brings the container to a new choice. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  private final Path modules;
  private final Path build;

  Choice(Path folder) {
    modules = folder.resolve("modules");
    build = folder.resolve("build");
  }

  /**
   * Changes the choice and the container to it. If the step fails, the old choice stands again, and
   * the next start makes the container of it.
   */
  void change(Collection<String> words, Step step) throws Exception {
    var before = read(modules);
    var made = read(build);
    Files.deleteIfExists(build);
    write(modules, String.join(",", new TreeSet<>(words)) + "\n");
    try {
      step.run();
    } catch (Exception e) {
      if (before != null) {
        write(modules, before);
      }
      throw e;
    }
    if (made != null) {
      write(build, made);
    }
  }

  private static @Nullable String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }

  /** All of it or nothing. */
  private static void write(Path file, String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
