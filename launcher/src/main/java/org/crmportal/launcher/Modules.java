package org.crmportal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which modules a node runs: chosen at its first start, all that exist if nothing is said. */
final class Modules {

  private static final String FEATURES = "org.apache.karaf.features.cfg";
  private static final String BOOT = "featuresBoot";
  private static final String PREFIX = "crm-";
  private static final String FIRST = "embedded-postgres";
  private static final Set<String> ALWAYS = Set.of(FIRST, "platform");

  private final Path etc;
  private final Path choice;
  private final Set<String> known;

  private Modules(Path etc, Path choice, Set<String> known) {
    this.etc = etc;
    this.choice = choice;
    this.known = known;
  }

  static Modules of(Path home, Path folder) throws IOException {
    var etc = home.resolve("etc");
    var known =
        features(etc)
            .map(Modules::word)
            .filter(word -> !word.isEmpty() && !ALWAYS.contains(word))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Modules(etc, folder.resolve("modules"), known);
  }

  /** Keeps the choice of the first start; later ones change it at the console. */
  void choose(String wanted) throws IOException {
    var words =
        Arrays.stream(wanted.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    for (var word : words) {
      if (!known.contains(word)) {
        throw new Refusal(
            "CRM_MODULES names %s, which is no module: choose from %s"
                .formatted(word, String.join(",", known)));
      }
    }
    if (!Files.exists(choice)) {
      Files.writeString(choice, String.join(",", words.isEmpty() ? known : words) + "\n");
    } else if (!words.isEmpty() && !words.equals(chosen())) {
      System.out.println(
          "crm: CRM_MODULES counts at the first start only; this node began with "
              + String.join(",", chosen()));
    }
  }

  private Set<String> chosen() throws IOException {
    return new TreeSet<>(Arrays.asList(Files.readString(choice).strip().split(",")));
  }

  void writeBootFeatures(Path nodeEtc) throws IOException {
    var chosen = chosen();
    var boot =
        features(etc)
            .filter(
                feature -> {
                  var word = word(feature);
                  return word.isEmpty() || ALWAYS.contains(word) || chosen.contains(word);
                })
            // What stands in brackets is started while what comes after is still being installed.
            .map(feature -> word(feature).equals(FIRST) ? "(" + feature + ")" : feature)
            .sorted(Comparator.comparing(feature -> !feature.startsWith("(")))
            .collect(Collectors.joining(","));
    var properties = read(etc);
    properties.setProperty(BOOT, boot);
    try (var writer = Files.newBufferedWriter(nodeEtc.resolve(FEATURES))) {
      properties.store(writer, null);
    }
  }

  /** The module of a feature such as crm-leads/1.0.0; empty for the container's own features. */
  private static String word(String feature) {
    var name = feature.split("/", 2)[0];
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
  }

  private static Stream<String> features(Path etc) throws IOException {
    return Arrays.stream(read(etc).getProperty(BOOT).split(",")).map(String::strip);
  }

  private static Properties read(Path etc) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(etc.resolve(FEATURES))) {
      properties.load(reader);
    }
    return properties;
  }
}
