package org.crmportal.operations.internal;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;

/** Features that exist only in a test, and which of them are installed. */
final class Installed {

  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final Set<String> installed = new HashSet<>();

  Installed feature(String name, String... needs) {
    var feature = new Feature(name, "1.0.0");
    for (var need : needs) {
      feature.getFeature().add(new Dependency(need, "1.0.0"));
    }
    features.put(name, feature);
    return this;
  }

  Installed with(String... names) {
    installed.addAll(List.of(names));
    return this;
  }

  ModuleFeatures modules() {
    var service =
        (FeaturesService)
            Proxy.newProxyInstance(
                FeaturesService.class.getClassLoader(),
                new Class<?>[] {FeaturesService.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "listFeatures" -> features.values().toArray(Feature[]::new);
                      case "isInstalled" -> installed.contains(((Feature) arguments[0]).getName());
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new ModuleFeatures(service);
  }
}
