package org.crmportal.postgres.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** PostgreSQL's programs for this machine, unpacked once into a folder. */
final class Programs {

  static final String VERSION = "18.6.0";

  private static final String MARKER = ".complete";
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "linux amd64", "/postgres-linux-x86_64.tgz",
          "linux aarch64", "/postgres-linux-arm_64.tgz");

  private final Path home;

  Programs(Path home) {
    this.home = home;
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  void unpack() throws IOException {
    if (Files.exists(home.resolve(MARKER))) {
      return;
    }
    Files.createDirectories(home);
    try (var packed = archive();
        var tar = new TarArchiveInputStream(new GZIPInputStream(packed, 1 << 16))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry);
      }
    }
    Files.createFile(home.resolve(MARKER));
  }

  private static InputStream archive() throws IOException {
    var machine =
        System.getProperty("os.name").toLowerCase(Locale.ROOT)
            + " "
            + System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var archive = ARCHIVES.get(machine);
    var packed = archive == null ? null : Programs.class.getResourceAsStream(archive);
    if (packed == null) {
      throw new IOException(
          "no embedded PostgreSQL for %s: set CRM_DB_URL to a PostgreSQL 15 or later"
              .formatted(machine));
    }
    return packed;
  }

  private void unpack(InputStream content, TarArchiveEntry entry) throws IOException {
    var file = home.resolve(entry.getName()).normalize();
    if (!file.startsWith(home)) {
      throw new IOException("outside the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    var executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
