package org.crmportal.configuration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crmportal.configuration.Configurations;
import org.crmportal.configuration.Setting;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.platform.health.ThisNode;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes a setting where the container keeps it, which writes its file in etc/. */
@Component
public final class ConfigurationsImpl implements Configurations {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationsImpl.class);
  private static final String FILE = "felix.fileinstall.filename";

  private final ConfigurationAdmin admin;
  private final Schema schema;
  private final SettingTrail trail;
  private final Path etc;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable ThisNode node;

  @Activate
  public ConfigurationsImpl(
      BundleContext context,
      @Reference ConfigurationAdmin admin,
      @Reference Schema schema,
      @Reference SettingTrail trail) {
    this.admin = admin;
    this.schema = schema;
    this.trail = trail;
    this.etc = Path.of(context.getProperty("karaf.etc"));
  }

  @Override
  public List<Setting> list() {
    var all = new ArrayList<Setting>();
    for (var pid : schema.files()) {
      var inForce = inForce(pid);
      schema
          .keys(pid, keys(inForce))
          .forEach((key, declared) -> all.add(setting(pid, declared, inForce)));
    }
    var log = inForce(Schema.LOGGING);
    schema
        .keys(Schema.LOGGING, keys(log))
        .forEach((key, declared) -> all.add(setting(Schema.LOGGING, declared, log)));
    return all;
  }

  @Override
  public Setting get(String pid, String key) {
    // First whether there is such a file: its name becomes a part of a filter.
    var declared = declared(pid, key);
    return setting(pid, declared, inForce(pid));
  }

  @Override
  public Setting check(String pid, String key, @Nullable String value) {
    var declared = declared(pid, key);
    if (value != null && !declared.allows(value)) {
      var message = "must be " + declared.allowed();
      throw CrmException.invalid(List.of(new Violation(key, "not_allowed", message)));
    }
    return get(pid, key);
  }

  @Override
  public Setting set(String pid, String key, @Nullable String value) {
    var before = check(pid, key, value).value();
    var declared = declared(pid, key);
    try {
      write(pid, key, value);
    } catch (IOException e) {
      throw new UncheckedIOException("etc/" + pid + ".cfg cannot be written", e);
    }
    var after = declared.shown(value == null ? declared.standard() : value.strip());
    LOG.info("{}: {} is {} now, it was {}", pid, key, after, before);
    trail.changed(pid, key, before, after, nodeName());
    return setting(pid, declared, after);
  }

  private void write(String pid, String key, @Nullable String value) throws IOException {
    var configuration = admin.getConfiguration(pid, "?");
    var old = configuration.getProperties();
    var changed =
        old == null ? new HashMap<String, Object>() : new HashMap<>(FrameworkUtil.asMap(old));
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value.strip());
    }
    if (changed.get(FILE) == null) {
      // The container writes only a file that is there.
      var file = etc.resolve(pid + ".cfg");
      if (!Files.exists(file)) {
        Files.writeString(file, value == null ? "" : key + " = " + value.strip() + "\n");
      }
      changed.put(FILE, file.toUri().toString());
    }
    configuration.update(FrameworkUtil.asDictionary(changed));
  }

  private Declaration declared(String pid, String key) {
    var declared =
        schema.keys(pid, pid.equals(Schema.LOGGING) ? Collections.singleton(key) : keys(null));
    var found = declared.get(key);
    if (found == null) {
      throw CrmException.notFound("setting", pid + " " + key);
    }
    return found;
  }

  private @Nullable Dictionary<String, Object> inForce(String pid) {
    try {
      var found = admin.listConfigurations("(service.pid=" + pid + ")");
      Configuration configuration = found == null ? null : found[0];
      return configuration == null ? null : configuration.getProcessedProperties(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(pid, e);
    }
  }

  private static Set<String> keys(@Nullable Dictionary<String, Object> properties) {
    return properties == null
        ? new HashSet<>()
        : new HashSet<>(Collections.list(properties.keys()));
  }

  private Setting setting(
      String pid, Declaration declared, @Nullable Dictionary<String, Object> inForce) {
    var value = inForce == null ? null : inForce.get(declared.key());
    return setting(
        pid, declared, declared.shown(value == null ? declared.standard() : String.valueOf(value)));
  }

  private Setting setting(String pid, Declaration declared, String shown) {
    return new Setting(
        pid,
        declared.key(),
        shown,
        declared.standard(),
        declared.allowed(),
        declared.description(),
        declared.secret(),
        nodeName());
  }

  /** Empty while this node does not serve yet. */
  private String nodeName() {
    var self = node;
    return self == null ? "" : self.name();
  }
}
