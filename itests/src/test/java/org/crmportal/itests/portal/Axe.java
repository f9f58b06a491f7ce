package org.crmportal.itests.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges a page by the rules of WCAG that a machine can check. */
final class Axe {

  private static final Path SCRIPT = Path.of("node_modules/axe-core/axe.min.js");
  private static final String RUN =
      """
      async () => JSON.stringify((await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      })).violations.map((broken) => ({
        rule: broken.id,
        help: broken.help,
        nodes: broken.nodes.map((node) => `${node.target.flat().join(' ')} ${node.html.slice(0, 160)}`
          + (node.any[0] ? ` (${node.any[0].message})` : '')),
      })))
      """;

  private final String script;

  Axe() {
    try {
      script = Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the page as it is now, one line each. */
  List<String> violations(Page page) {
    // Comes by the developer tools, to which the page's security policy does not apply.
    page.evaluate(script + "; undefined");
    var found = new ArrayList<String>();
    try {
      for (var broken : new ObjectMapper().readTree(page.evaluate(RUN).toString())) {
        for (var node : broken.get("nodes")) {
          found.add(
              broken.get("rule").asText()
                  + ": "
                  + broken.get("help").asText()
                  + ": "
                  + node.asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
