package org.crmportal.itests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.crmportal.itests.Answer;

/** What was not as the rules say; all of it is told at the end, not only the first. */
final class Findings {

  private static final int SHOWN = 60;
  private static final int LONGEST = 400;

  private static final Pattern CHANGING =
      Pattern.compile("with \\[[^]]*] |[0-9a-f-]{36}|" + World.MARK + "\\w+|fresh\\w+|\\{.*}");

  private final Map<String, List<String>> alike = new LinkedHashMap<>();

  /** Keeps a finding; those that differ only in the role and the record are told once. */
  void add(String finding) {
    var kind = CHANGING.matcher(finding).replaceAll("*").replaceFirst(": (\\d{3}) .*", ": $1");
    alike.computeIfAbsent(kind, first -> new ArrayList<>()).add(finding);
  }

  /** Compares what came with what the rules say. */
  void expect(Object expected, Object actual, String about) {
    if (!expected.equals(actual)) {
      add(about + ": expected " + expected + " but got " + actual);
    }
  }

  void expect(boolean holds, Answer answer, String about) {
    if (!holds) {
      var body = answer.body();
      add(
          about
              + ": "
              + answer.status()
              + " "
              + body.substring(0, Math.min(LONGEST, body.length())));
    }
  }

  void none() {
    assertThat(
            alike.values().stream().limit(SHOWN).map(all -> all.size() + " times: " + all.get(0)))
        .isEmpty();
  }
}
