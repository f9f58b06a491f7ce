package org.crmportal.console.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/**
 * The modules that the distribution has and this node has not installed. What they would bring is
 * in their features, which say it with a capability.
 */
final class AbsentModules {

  private static final String PREFIX = "crm-";
  private static final String COMMANDS = "org.crmportal.console";

  private final FeaturesService features;

  AbsentModules(FeaturesService features) {
    this.features = features;
  }

  /** Their words, sorted. */
  List<String> words() {
    return all().keySet().stream().toList();
  }

  /** The command's name and the module that it is of, for every command that is not there. */
  Map<String, String> commands() {
    var commands = new TreeMap<String, String>();
    all()
        .forEach(
            (word, feature) ->
                feature.getCapabilities().stream()
                    .map(each -> each.getValue().strip())
                    .filter(each -> each.startsWith(COMMANDS + ";"))
                    .flatMap(each -> named(each).stream())
                    .forEach(name -> commands.put(name, word)));
    return commands;
  }

  /** {@code org.crmportal.console;commands="lead-convert,lead-score"}. */
  private static List<String> named(String capability) {
    return Arrays.asList(capability.substring(capability.indexOf('"') + 1).split("[\", ]+"));
  }

  private Map<String, Feature> all() {
    var absent = new TreeMap<String, Feature>();
    try {
      for (var feature : features.listFeatures()) {
        if (feature.getName().startsWith(PREFIX) && !features.isInstalled(feature)) {
          absent.put(feature.getName().substring(PREFIX.length()), feature);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("the container does not know its features", e);
    }
    return absent;
  }
}
