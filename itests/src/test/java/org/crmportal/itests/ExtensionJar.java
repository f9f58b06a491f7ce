package org.crmportal.itests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** An extension's bundle, with more in it. */
final class ExtensionJar {

  private ExtensionJar() {}

  /** The next version of the extension, which adds a column to its table. */
  static void withChange(Path jar, String file, String column, Path target) throws IOException {
    var fresh = target.resolveSibling("../" + target.getFileName() + ".next").normalize();
    Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
    try (var zip = FileSystems.newFileSystem(URI.create("jar:" + fresh.toUri()), Map.of())) {
      Files.writeString(
          zip.getPath("db/vehicles/" + file),
          """
          --liquibase formatted sql

          --changeset example:vehicles-%1$s
          ALTER TABLE vehicles ADD COLUMN %1$s INTEGER;
          --rollback ALTER TABLE vehicles DROP COLUMN %1$s;
          """
              .formatted(column));
    }
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
