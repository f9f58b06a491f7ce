package org.crmportal.operations.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in a sentence what a change of the modules means. */
final class Sentences {

  private Sentences() {}

  static String installed(String module, Collection<String> coming, boolean dryRun, String node) {
    if (coming.isEmpty()) {
      return "%s is installed already on %s.".formatted(module, node);
    }
    return "%s %s installed on %s, and on no other node."
        .formatted(String.join(", ", coming), dryRun ? "would be" : "is", node);
  }

  static String removed(String module, Map<String, Long> kept, boolean dryRun, String node) {
    var counts =
        kept.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return "%s %s removed from %s, and from no other node; its data stays in the database%s."
        .formatted(
            module, dryRun ? "would be" : "is", node, counts.isEmpty() ? "" : " (" + counts + ")");
  }

  static String deployed(String module, Path file) {
    return "%s came as %s: take that file away and it goes; its data stays".formatted(module, file);
  }
}
