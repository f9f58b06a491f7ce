package org.crmportal.configuration.internal;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the files in etc/ and whoever reads them: of a value that is not allowed the last
 * allowed one stays in force, or after a start the default. It is told to the log, once, and to the
 * node's health until it is mended. It comes after the container's plug-in that puts in what the
 * environment says.
 */
@Component(
    service = {
      ConfigurationPlugin.class,
      ConfigurationListener.class,
      HealthCheck.class,
      Checked.class
    },
    immediate = true,
    property = {"service.cmRanking:Integer=1000", "config.plugin.id=org.crmportal.configuration"})
public final class Checked implements ConfigurationPlugin, ConfigurationListener, HealthCheck {

  /** What is declared for a file in which some keys stand. */
  interface Declarations {
    Map<String, Declaration> keys(String pid, Set<String> given);
  }

  /**
   * What is wrong with a key.
   *
   * @param value what stands in the file; empty if the key itself is wrong
   * @param sentence for whoever asks how the node is, without the value
   */
  private record Wrong(String value, String sentence) {}

  private static final String PART = "settings";
  private static final Logger LOG = LoggerFactory.getLogger(Checked.class);

  private final Declarations schema;
  private final Map<String, Map<String, String>> taken = new HashMap<>();
  private final Map<String, SortedMap<String, Wrong>> wrong = new TreeMap<>();

  @Activate
  public Checked(@Reference Schema schema) {
    this((Declarations) schema::keys);
  }

  Checked(Declarations schema) {
    this.schema = schema;
  }

  @Override
  public void modifyConfiguration(
      @Nullable ServiceReference<?> reference, Dictionary<String, Object> properties) {
    if (properties.get("service.pid") instanceof String pid) {
      check(pid, properties);
    }
  }

  /** A file that is gone has nothing wrong in it. */
  @Override
  public synchronized void configurationEvent(ConfigurationEvent event) {
    if (event.getType() == ConfigurationEvent.CM_DELETED) {
      wrong.remove(event.getPid());
      taken.remove(event.getPid());
    }
  }

  @Override
  public synchronized List<Health> check() {
    var parts = new ArrayList<Health>();
    wrong.forEach(
        (pid, keys) ->
            parts.add(
                Health.degraded(
                    PART + " " + pid,
                    keys.values().stream().map(Wrong::sentence).collect(joining("; ")))));
    return parts.isEmpty() ? List.of(Health.up(PART)) : parts;
  }

  /** Puts the last allowed value in the place of every one that is not. */
  synchronized void check(String pid, Dictionary<String, Object> properties) {
    var given = new HashSet<>(Collections.list(properties.keys()));
    var known = schema.keys(pid, given);
    if (known.isEmpty()) {
      return;
    }
    var before = taken.computeIfAbsent(pid, each -> new HashMap<>());
    before.keySet().retainAll(given);
    of(pid).keySet().retainAll(given);
    for (var key : given) {
      var declaration = known.get(key);
      if (declaration != null) {
        check(pid, key, declaration, properties, before);
      } else if (!pid.equals(Schema.LOGGING) && isOfTheFile(key)) {
        unknown(pid, key, known.keySet(), properties);
      }
    }
    wrong.values().removeIf(Map::isEmpty);
  }

  private void check(
      String pid,
      String key,
      Declaration declaration,
      Dictionary<String, Object> properties,
      Map<String, String> before) {
    var value = String.valueOf(properties.get(key)).strip();
    if (value.isEmpty() && declaration.type() != Declaration.Type.TEXT) {
      properties.remove(key);
      right(pid, key);
    } else if (declaration.allows(value)) {
      before.put(key, value);
      right(pid, key);
    } else {
      var old = before.get(key);
      if (old == null) {
        properties.remove(key);
      } else {
        properties.put(key, old);
      }
      var inForce = declaration.shown(old == null ? declaration.standard() : old);
      var sentence = "%s is not %s; %s is in force".formatted(key, declaration.allowed(), inForce);
      if (news(pid, key, new Wrong(value, sentence))) {
        LOG.warn(
            "{}: {} = {} is not taken; {} stays in force. Allowed is {}.",
            file(pid, properties),
            key,
            declaration.shown(value),
            inForce,
            declaration.allowed());
      }
    }
  }

  private void unknown(
      String pid, String key, Set<String> known, Dictionary<String, Object> properties) {
    if (news(pid, key, new Wrong("", "there is no setting " + key))) {
      LOG.warn(
          "{}: there is no setting {}, and it does nothing. There are {}.",
          file(pid, properties),
          key,
          String.join(", ", known));
    }
  }

  /** Everybody who reads a file has it checked: what is wrong in it is said once. */
  private boolean news(String pid, String key, Wrong found) {
    var before = of(pid).put(key, found);
    return before == null || !before.value().equals(found.value());
  }

  private void right(String pid, String key) {
    of(pid).remove(key);
  }

  private SortedMap<String, Wrong> of(String pid) {
    return wrong.computeIfAbsent(pid, each -> new TreeMap<>());
  }

  /** What the container adds is no setting. */
  static boolean isOfTheFile(String key) {
    return !key.startsWith("service.")
        && !key.startsWith("felix.")
        && !key.startsWith("component.")
        && !key.startsWith("org.apache.karaf.")
        && !key.startsWith(".");
  }

  private static String file(String pid, Dictionary<String, Object> properties) {
    return properties.get("felix.fileinstall.filename") == null ? pid : "etc/" + pid + ".cfg";
  }
}
