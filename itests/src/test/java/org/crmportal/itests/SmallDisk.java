package org.crmportal.itests;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system in memory that can be full; only root may mount one. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static boolean possible() {
    return "root".equals(System.getProperty("user.name"));
  }

  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Takes all room that is left. */
  void fill() throws IOException {
    try (var file =
        FileChannel.open(
            folder.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var zeros = java.nio.ByteBuffer.allocate(4096);
      while (folder.toFile().getUsableSpace() > 0) {
        file.write(zeros.clear());
      }
    }
  }

  /** Gives the room back. */
  void empty() throws IOException {
    Files.delete(folder.resolve("ballast"));
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }

  private static void run(String... command) throws IOException {
    try {
      var process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
