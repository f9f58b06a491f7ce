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
import java.util.Map;
import java.util.Set;
import org.crmportal.configuration.Configurations;
import org.crmportal.configuration.Setting;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.crmportal.platform.journal.Journal;
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
  private final Path etc;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Journal journal;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  @Activate
  public ConfigurationsImpl(
      BundleContext context, @Reference ConfigurationAdmin admin, @Reference Schema schema) {
    this.admin = admin;
    this.schema = schema;
    this.etc = Path.of(context.getProperty("karaf.etc"));
  }

  @Override
  public List<Setting> list() {
    var all = new ArrayList<Setting>();
    for (var pid : schema.files()) {
      var inForce = inForce(pid);
      schema
          .keys(pid, keys(inForce))
          .forEach((key, declared) -> all.add(setting(pid, key, declared, inForce)));
    }
    var log = inForce(Schema.LOGGING);
    schema
        .keys(Schema.LOGGING, keys(log))
        .forEach((key, declared) -> all.add(setting(Schema.LOGGING, key, declared, log)));
    return all;
  }

  @Override
  public Setting get(String pid, String key) {
    var inForce = inForce(pid);
    return setting(pid, key, declared(pid, key), inForce);
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
    var after = value == null ? declared.standard() : value.strip();
    LOG.info("{}: {} is {} now, it was {}", pid, key, declared.shown(after), before);
    audit(pid, key, before, declared.shown(after));
    return new Setting(
        pid,
        key,
        declared.shown(after),
        declared.standard(),
        declared.allowed(),
        declared.description(),
        declared.secret());
  }

  /** A change may be what brings the database back: it does not wait for the audit trail. */
  private void audit(String pid, String key, String before, String after) {
    var trail = journal;
    var service = transactions;
    try {
      if (trail != null && service != null) {
        service.required(
            () -> {
              var change = Map.of("before", before, "after", after);
              trail.audit("changed", "configuration", null, Map.of(pid + " " + key, change));
              return true;
            });
      }
    } catch (CrmException e) {
      LOG.warn("The change of {} is not in the audit trail: {}", key, e.getMessage());
    }
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

  private static Setting setting(
      String pid, String key, Declaration declared, @Nullable Dictionary<String, Object> inForce) {
    var value = inForce == null ? null : inForce.get(key);
    return new Setting(
        pid,
        key,
        declared.shown(value == null ? declared.standard() : String.valueOf(value)),
        declared.standard(),
        declared.allowed(),
        declared.description(),
        declared.secret());
  }
}
