package org.crmportal.operations.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/** The modules as features: {@code crm-leads} is one because it stands on {@code crm-platform}. */
final class ModuleFeatures {

  private static final String PREFIX = "crm-";
  private static final String PLATFORM = "platform";
  private static final Set<String> COMPULSORY = Set.of(PLATFORM, "auth");

  // A module that comes or goes must not restart one that serves, for instance because of an
  // optional import.
  private static final EnumSet<FeaturesService.Option> QUIET =
      EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

  private final FeaturesService features;

  ModuleFeatures(FeaturesService features) {
    this.features = features;
  }

  /** Every module that there is, installed or not, by its word. */
  SortedMap<String, Feature> all() {
    var own = new TreeMap<String, Feature>();
    for (var feature : list()) {
      if (feature.getName().startsWith(PREFIX)) {
        var word = feature.getName().substring(PREFIX.length());
        own.merge(word, feature, (one, other) -> isInstalled(one) ? one : other);
      }
    }
    var modules = new TreeMap<>(own);
    modules.keySet().removeIf(word -> !closure(word, own).contains(PLATFORM));
    return modules;
  }

  /** The module and all that it depends on. */
  SortedSet<String> closure(String word) {
    return closure(word, all());
  }

  private static SortedSet<String> closure(String word, Map<String, Feature> all) {
    var found = new TreeSet<String>();
    var open = new ArrayList<>(Set.of(word));
    while (!open.isEmpty()) {
      var next = open.remove(open.size() - 1);
      var feature = all.get(next);
      if (feature != null && found.add(next)) {
        feature.getDependencies().stream()
            .map(Dependency::getName)
            .filter(name -> name.startsWith(PREFIX))
            .forEach(name -> open.add(name.substring(PREFIX.length())));
      }
    }
    return found;
  }

  SortedSet<String> installed() {
    return all().entrySet().stream()
        .filter(each -> isInstalled(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The installed modules that depend on this one. */
  SortedSet<String> neededBy(String word) {
    var needing = installed();
    needing.removeIf(other -> other.equals(word) || !closure(other).contains(word));
    return needing;
  }

  boolean isInstalled(Feature feature) {
    return features.isInstalled(feature);
  }

  static boolean compulsory(String word) {
    return COMPULSORY.contains(word);
  }

  /** Wants these for their own sake, not only because another one depends on them. */
  void want(Collection<String> words) throws Exception {
    var names = words.stream().map(word -> PREFIX + word).collect(Collectors.toSet());
    features.installFeatures(names, QUIET);
  }

  void remove(String word) throws Exception {
    features.uninstallFeature(PREFIX + word, QUIET);
  }

  private Collection<Feature> list() {
    try {
      return Arrays.asList(features.listFeatures());
    } catch (Exception e) {
      throw new IllegalStateException("the features cannot be listed", e);
    }
  }
}
