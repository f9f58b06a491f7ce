package org.crmportal.configuration.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that our bundles and third parties' modules declare, and the levels of the log. */
@Component(service = Schema.class)
public final class Schema
    implements BundleTrackerCustomizer<Map<String, Map<String, Declaration>>> {

  /** The file of the log, which the container owns: only its levels are known here. */
  static final String LOGGING = "org.ops4j.pax.logging";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final String OURS = "org.crmportal.";
  private static final Pattern LEVEL =
      Pattern.compile("log4j2\\.(?:rootLogger|logger\\.[^.]+)\\.level");
  private static final Declaration LEVELS =
      new Declaration(
          "",
          "How much is written to the log",
          Declaration.Type.TEXT,
          null,
          null,
          List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"),
          "INFO");

  private final BundleTracker<Map<String, Map<String, Declaration>>> bundles;

  @Activate
  public Schema(BundleContext context) {
    this.bundles =
        new BundleTracker<>(
            context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
    bundles.open();
  }

  @Deactivate
  void close() {
    bundles.close();
  }

  /** The files that somebody declares. */
  Set<String> files() {
    var all = new TreeSet<String>();
    bundles.getTracked().values().forEach(each -> all.addAll(each.keySet()));
    return all;
  }

  /** What is declared for a file; of the log, its keys that stand in it have to be given. */
  Map<String, Declaration> keys(String pid, Set<String> given) {
    var keys = new TreeMap<String, Declaration>();
    if (pid.equals(LOGGING)) {
      given.stream()
          .filter(key -> LEVEL.matcher(key).matches())
          .forEach(k -> keys.put(k, LEVELS.of(k)));
    }
    bundles.getTracked().values().forEach(each -> keys.putAll(each.getOrDefault(pid, Map.of())));
    return keys;
  }

  @Override
  public Map<String, Map<String, Declaration>> addingBundle(Bundle bundle, BundleEvent event) {
    var ofModule = bundle.getHeaders("").get("Crm-Module") != null;
    var files = new TreeMap<String, Map<String, Declaration>>();
    var entries = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
    for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
      try (var in = entry.openStream()) {
        Metatype.read(in)
            .forEach(
                (pid, keys) -> {
                  if (ofModule || pid.startsWith(OURS)) {
                    files.computeIfAbsent(pid, each -> new TreeMap<>()).putAll(keys);
                  }
                });
      } catch (IOException | RuntimeException e) {
        LOG.warn("The settings that {} declares cannot be read", bundle.getSymbolicName(), e);
      }
    }
    return files;
  }

  @Override
  public void modifiedBundle(
      Bundle bundle, BundleEvent event, Map<String, Map<String, Declaration>> files) {}

  @Override
  public void removedBundle(
      Bundle bundle, BundleEvent event, Map<String, Map<String, Declaration>> files) {}
}
