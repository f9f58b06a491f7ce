package org.crmportal.console.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordType;

/** Looks at a CSV file's first line, and leaves it there. */
final class Headers {

  private static final int LONGEST = 64 * 1024;

  private Headers() {}

  /**
   * Every header that is a field which can be set, onto that field.
   *
   * @throws CrmException {@code BAD_REQUEST} if there is none
   */
  static Map<String, String> sameAsFields(BufferedInputStream file, RecordType<?, ?> type)
      throws IOException {
    file.mark(LONGEST);
    var start = new String(file.readNBytes(LONGEST - 1), StandardCharsets.UTF_8);
    file.reset();
    var line = start.lines().findFirst().orElse("").replace("\uFEFF", "");
    var mapping = new LinkedHashMap<String, String>();
    for (var cell : line.split("[,;\t|]", -1)) {
      var header = cell.strip().replaceAll("^\"|\"$", "");
      if (settable(type, header)) {
        mapping.put(header, header);
      }
    }
    if (mapping.isEmpty()) {
      throw CrmException.badRequest(
          "No header is named like a field of " + type.name() + ": say header=field for each");
    }
    return mapping;
  }

  private static boolean settable(RecordType<?, ?> type, String header) {
    var column = type.columns().get(header);
    return (column != null && (column.settable() || type.importable().contains(header)))
        || header.startsWith("metadata.");
  }
}
