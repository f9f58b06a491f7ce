package org.crmportal.itests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.crmportal.itests.CrmServer;
import org.junit.jupiter.api.Test;

/** The types of the portal's source are generated from a file: it says what the server does. */
class OpenApiSnapshotIT {

  private static final Path SNAPSHOT = Path.of("../bundles/portal/openapi.json");
  private static final String WRITE = "crm.openapi.write";
  private static final int SHOWN = 20;

  @Test
  void thePortalIsBuiltAgainstTheApiThatRuns() throws IOException {
    var json = new ObjectMapper();
    var running = CrmServer.shared().api().get("/openapi.json").json();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(SNAPSHOT, json.writer(layout()).writeValueAsString(running) + "\n");
    }

    var differences = new ArrayList<String>();
    compare("", json.readTree(SNAPSHOT.toFile()), running, differences);

    assertThat(differences.stream().limit(SHOWN).toList())
        .as("%s is not what runs; write it anew with -D%s=true", SNAPSHOT, WRITE)
        .isEmpty();
  }

  /** One value a line, so that a change of the API is a small one of the file. */
  private static DefaultPrettyPrinter layout() {
    var separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    var lines = new DefaultIndenter("    ", "\n");
    return new DefaultPrettyPrinter()
        .withSeparators(separators)
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }

  private static void compare(String at, JsonNode then, JsonNode now, List<String> differences) {
    if (then.isObject() && now.isObject()) {
      var names = new TreeSet<String>();
      then.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        compare(at + "/" + name, then.path(name), now.path(name), differences);
      }
    } else if (!then.equals(now)) {
      differences.add(at + ": " + then + " is now " + now);
    }
  }
}
