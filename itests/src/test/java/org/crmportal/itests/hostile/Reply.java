package org.crmportal.itests.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came back for a hostile request.
 *
 * @param status 0 if the connection was closed without an answer, -1 if none came in time
 */
record Reply(int status, Map<String, List<String>> headers, String body, Duration took) {

  static final int CLOSED = 0;
  static final int SILENT = -1;

  static Reply none(int status, Duration took) {
    return new Reply(status, Map.of(), "", took);
  }

  String header(String name) {
    return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
  }

  /** Whether something was done; a bulk of which every item failed says so in a 200. */
  boolean accepted() {
    return status >= 200 && status < 300 && !body.startsWith("{\"succeeded\":0,");
  }
}
