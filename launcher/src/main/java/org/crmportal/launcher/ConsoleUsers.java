package org.crmportal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of those who may use the console with a key. It is the operator's, but for one entry.
 */
final class ConsoleUsers {

  private static final String MARK = "# The owner of this node's folder; written at every start.";

  private final Path file;

  ConsoleUsers(Path file) {
    this.file = file;
  }

  /**
   * Replaces the one entry and leaves every other line as it is.
   *
   * @return the name that the entry got: the wanted one, unless the operator has given it away
   */
  String letIn(String wanted, String publicKey) throws IOException {
    var lines = Files.exists(file) ? others() : new ArrayList<String>();
    var name = taken(lines, wanted) ? wanted + "-console" : wanted;
    lines.add(MARK);
    lines.add(name + " = " + publicKey.strip() + ",_g_:admingroup");
    var text = String.join("\n", lines) + "\n";
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
    return name;
  }

  private List<String> others() throws IOException {
    var kept = new ArrayList<String>();
    boolean marked = false;
    for (var line : Files.readAllLines(file)) {
      if (!line.equals(MARK) && !marked) {
        kept.add(line);
      }
      marked = line.equals(MARK);
    }
    return kept;
  }

  private static boolean taken(List<String> lines, String name) {
    return lines.stream().anyMatch(line -> line.split("[=:]", 2)[0].strip().equals(name));
  }
}
