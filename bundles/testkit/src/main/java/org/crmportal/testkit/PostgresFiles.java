package org.crmportal.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for all test runs of a user, and folders for its data. */
final class PostgresFiles {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresFiles() {}

  /** Returns the folder that holds {@code bin/}. */
  static Path programs() throws IOException {
    var url = PostgresFiles.class.getResource(ARCHIVE);
    if (url == null) {
      throw new IllegalStateException("PostgreSQL's programs are not on the class path");
    }
    // the jar's path has the version in it
    var name =
        "crm-test-postgres-" + userName() + "-" + Integer.toHexString(url.toString().hashCode());
    var programs = temporary().resolve(name);
    if (!Files.exists(programs)) {
      unpackTo(programs);
    }
    return programs;
  }

  private static void unpackTo(Path programs) throws IOException {
    var fresh = folder(programs.getFileName() + "-unpacking-" + ProcessHandle.current().pid());
    try (var archive = PostgresFiles.class.getResourceAsStream(ARCHIVE);
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        unpack(tar, entry, fresh);
      }
    }
    try {
      Files.move(fresh, programs, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // another test run was faster; its copy is as good
      delete(fresh);
    }
  }

  private static void unpack(InputStream content, TarArchiveEntry entry, Path to)
      throws IOException {
    var file = to.resolve(entry.getName()).normalize();
    if (!file.startsWith(to)) {
      throw new IOException("The archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, file);
      var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  /** Makes a folder that others may enter, since PostgreSQL may run as another user. */
  static Path folder(String name) throws IOException {
    var folder = temporary().resolve(name);
    delete(folder);
    Files.createDirectory(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  static String userName() {
    return System.getProperty("user.name");
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
