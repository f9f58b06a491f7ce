package org.crmportal.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The modules of the distribution and all combinations of them, from its own feature file. */
final class ModuleSets {

  private static final String PREFIX = "crm-";
  private static final String PLATFORM = "platform";

  private final Path system;
  private final SortedMap<String, NavigableSet<String>> needs = new TreeMap<>();

  private ModuleSets(Path system) {
    this.system = system;
  }

  static ModuleSets ofTheDistribution() {
    var sets = new ModuleSets(CrmServer.home().resolve("system"));
    try {
      sets.read(sets.file("org/crmportal/crm-features", "-features.xml"));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
    sets.needs.keySet().removeIf(word -> !sets.closure(word).contains(PLATFORM));
    sets.needs.remove(PLATFORM);
    return sets;
  }

  private void read(Path file) throws ParserConfigurationException, SAXException, IOException {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    var all = document.getDocumentElement().getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element feature
          && feature.getAttribute("name").startsWith(PREFIX)) {
        var named = feature.getElementsByTagName("feature");
        var words = new TreeSet<String>();
        for (int j = 0; j < named.getLength(); j++) {
          words.add(word(named.item(j).getTextContent().strip()));
        }
        needs.put(word(feature.getAttribute("name")), words);
      }
    }
  }

  private static String word(String feature) {
    return feature.startsWith(PREFIX) ? feature.substring(PREFIX.length()) : feature;
  }

  /** Every module but the platform, those that others need first. */
  List<String> modules() {
    var order = new ArrayList<String>(needs.keySet());
    order.sort((one, other) -> closure(one).size() - closure(other).size());
    return order;
  }

  private NavigableSet<String> closure(String word) {
    var found = new TreeSet<>(List.of(word));
    for (var need : needs.getOrDefault(word, new TreeSet<>())) {
      found.addAll(closure(need));
    }
    return found;
  }

  /** Every combination of modules, with what they need. */
  List<NavigableSet<String>> all() {
    var modules = modules();
    var found = new ArrayList<NavigableSet<String>>();
    for (int bits = 1; bits < 1 << modules.size(); bits++) {
      var set = new TreeSet<String>();
      for (int i = 0; i < modules.size(); i++) {
        if ((bits & 1 << i) != 0) {
          set.addAll(closure(modules.get(i)));
        }
      }
      set.retainAll(modules);
      if (!found.contains(set)) {
        found.add(set);
      }
    }
    return found;
  }

  /**
   * So few combinations that any two modules are once both there, once neither, once each alone.
   */
  List<NavigableSet<String>> pairwise() {
    var open = new TreeSet<String>();
    all().forEach(set -> open.addAll(pairs(set)));
    var chosen = new ArrayList<NavigableSet<String>>();
    while (!open.isEmpty()) {
      var best =
          all().stream()
              .max((one, other) -> Long.compare(covered(one, open), covered(other, open)))
              .orElseThrow();
      chosen.add(best);
      open.removeAll(pairs(best));
    }
    return chosen;
  }

  private long covered(NavigableSet<String> set, NavigableSet<String> open) {
    return pairs(set).stream().filter(open::contains).count();
  }

  private List<String> pairs(NavigableSet<String> set) {
    var found = new ArrayList<String>();
    for (var one : modules()) {
      for (var other : modules()) {
        found.add(one + set.contains(one) + other + set.contains(other));
      }
    }
    return found;
  }

  /** What a module serves, as its bundle says. */
  List<String> paths(String module) {
    try (var jar = new JarFile(file("org/crmportal/crm-" + module, ".jar").toFile())) {
      var header = jar.getManifest().getMainAttributes().getValue("Crm-Paths");
      return header == null ? List.of() : Arrays.asList(header.split("\\s*,\\s*", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(system.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
