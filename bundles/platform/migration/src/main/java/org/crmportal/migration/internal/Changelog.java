package org.crmportal.migration.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One folder of changes: its name, the folders that must be there before it, and its SQL files by
 * path. The files run in the order of their names.
 */
public record Changelog(String folder, List<String> after, SortedMap<String, byte[]> files) {

  /** The path of the root that includes the files; it exists only in memory. */
  String path() {
    return "db/" + folder + "/changelog.yaml";
  }

  byte[] root() {
    return files.keySet().stream()
        .map(file -> "  - include: { file: \"" + file + "\" }\n")
        .collect(Collectors.joining("", "databaseChangeLog:\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  String checksum() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (file, content) -> {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
