package org.crmportal.configuration.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the files in etc/ and whoever reads them: a value that is not allowed is told to
 * the log, once, and the last allowed one stays in force. It comes after the container's plug-in
 * that puts in what the environment says.
 */
@Component(
    service = {ConfigurationPlugin.class, Checked.class},
    immediate = true,
    property = {"service.cmRanking:Integer=1000", "config.plugin.id=org.crmportal.configuration"})
public final class Checked implements ConfigurationPlugin {

  /** What is declared for a file in which some keys stand. */
  interface Declarations {
    Map<String, Declaration> keys(String pid, Set<String> given);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Checked.class);

  private final Declarations schema;
  private final Map<String, Map<String, String>> taken = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();

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

  /** Puts the last allowed value in the place of every one that is not. */
  synchronized void check(String pid, Dictionary<String, Object> properties) {
    var given = new HashSet<>(Collections.list(properties.keys()));
    var known = schema.keys(pid, given);
    if (known.isEmpty()) {
      return;
    }
    var before = taken.computeIfAbsent(pid, each -> new HashMap<>());
    before.keySet().retainAll(given);
    for (var key : given) {
      var declaration = known.get(key);
      if (declaration != null) {
        check(pid, key, declaration, properties, before);
      } else if (!pid.equals(Schema.LOGGING) && isOfTheFile(key)) {
        unknown(pid, key, known.keySet(), properties);
      }
    }
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
    } else if (declaration.allows(value)) {
      before.put(key, value);
      told.remove(pid + " " + key);
    } else {
      var old = before.get(key);
      if (old == null) {
        properties.remove(key);
      } else {
        properties.put(key, old);
      }
      if (news(pid, key, value)) {
        LOG.warn(
            "{}: {} = {} is not taken; {} stays in force. Allowed is {}.",
            file(pid, properties),
            key,
            declaration.shown(value),
            declaration.shown(old == null ? declaration.standard() : old),
            declaration.allowed());
      }
    }
  }

  private void unknown(
      String pid, String key, Set<String> known, Dictionary<String, Object> properties) {
    if (news(pid, key, "")) {
      LOG.warn(
          "{}: there is no setting {}, and it does nothing. There are {}.",
          file(pid, properties),
          key,
          String.join(", ", known));
    }
  }

  /** Everybody who reads a file has it checked: what is wrong in it is said once. */
  private boolean news(String pid, String key, String value) {
    return !value.equals(told.put(pid + " " + key, value));
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
