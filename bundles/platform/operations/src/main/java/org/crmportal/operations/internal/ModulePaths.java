package org.crmportal.operations.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarInputStream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows from the manifests of bundles that are not installed which paths they would serve. */
final class ModulePaths {

  private static final Logger LOG = LoggerFactory.getLogger(ModulePaths.class);

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  boolean claims(Feature feature, String path) {
    return feature.getBundles().stream()
        .map(BundleInfo::getLocation)
        .flatMap(location -> known.computeIfAbsent(location, ModulePaths::read).stream())
        .anyMatch(claimed -> (path + "/").startsWith(claimed + "/"));
  }

  private static List<String> read(String location) {
    try (var jar = new JarInputStream(URI.create(location).toURL().openStream())) {
      var manifest = jar.getManifest();
      var header = manifest == null ? null : manifest.getMainAttributes().getValue("Crm-Paths");
      return header == null
          ? List.of()
          // A path below a record belongs to the record's module, while that is not there.
          : Arrays.stream(header.strip().split("\\s*,\\s*"))
              .filter(path -> !path.contains("{"))
              .toList();
    } catch (IOException e) {
      LOG.warn("What {} would serve is not known: {}", location, e.toString());
      return List.of();
    }
  }
}
