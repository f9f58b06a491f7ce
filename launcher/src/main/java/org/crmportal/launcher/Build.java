package org.crmportal.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells builds apart by the names, sizes and times of their files, which needs no reading. */
final class Build {

  private Build() {}

  static String of(Path home) throws IOException {
    var digest = sha256();
    for (var part : List.of("etc", "lib", "system")) {
      try (var files = Files.walk(home.resolve(part))) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
          var line =
              "%s %d %d\n"
                  .formatted(
                      home.relativize(file),
                      Files.size(file),
                      Files.getLastModifiedTime(file).toMillis());
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
