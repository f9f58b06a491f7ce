package org.crmportal.rest.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Knows from the headers of all installed bundles whose paths are whose, also of stopped ones. */
final class Claims {

  private static final String ROOT = "/api/v1";

  private final BundleContext context;
  private final Supplier<List<Published>> served;
  private final Supplier<@Nullable ServiceComponentRuntime> components;

  Claims(
      BundleContext context,
      Supplier<List<Published>> served,
      Supplier<@Nullable ServiceComponentRuntime> components) {
    this.context = context;
    this.served = served;
    this.components = components;
  }

  /**
   * The module that claims a path but does not serve it, or not yet with all that it has; null if
   * there is none.
   *
   * @param changed whether routes came or went since the path was asked for: it may have been
   *     missed between one version of a module and the next
   */
  @Nullable String stopped(String uri, BooleanSupplier changed) {
    var path = uri.startsWith(ROOT) ? uri.substring(ROOT.length()) : uri;
    var segments = segments(path);
    String module = null;
    int longest = 0;
    for (var bundle : context.getBundles()) {
      for (var claim : claims(bundle)) {
        var claimed = segments(claim);
        if (claimed.size() > longest && begins(segments, claimed)) {
          longest = claimed.size();
          // In this order: looking at what is served waits for a change that is under way.
          module = serves(bundle, claimed) && !changed.getAsBoolean() ? null : module(bundle);
        }
      }
    }
    return module;
  }

  private boolean serves(Bundle bundle, List<String> claimed) {
    var own = served.get().stream().filter(e -> e.bundle() == bundle.getBundleId()).toList();
    return bundle.getState() == Bundle.ACTIVE
        && own.stream().anyMatch(each -> begins(segments(each.path()), claimed))
        && own.size() >= declared(bundle);
  }

  /** How many resources and record services the bundle declares; they come one after the other. */
  private long declared(Bundle bundle) {
    var runtime = components.get();
    return runtime == null
        ? 0
        : runtime.getComponentDescriptionDTOs(bundle).stream()
            .filter(
                each ->
                    "true".equals(String.valueOf(each.properties.get("osgi.jaxrs.resource")))
                        || List.of(each.serviceInterfaces).contains(RecordService.class.getName()))
            .count();
  }

  private static List<String> claims(Bundle bundle) {
    var header = bundle.getHeaders("").get("Crm-Paths");
    return header == null ? List.of() : Arrays.asList(header.split("\\s*,\\s*", -1));
  }

  private static String module(Bundle bundle) {
    var name = bundle.getHeaders("").get("Crm-Module");
    return name == null ? bundle.getSymbolicName() : name;
  }

  private static boolean begins(List<String> path, List<String> claimed) {
    if (path.size() < claimed.size()) {
      return false;
    }
    for (int i = 0; i < claimed.size(); i++) {
      if (!claimed.get(i).startsWith("{") && !claimed.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).filter(each -> !each.isBlank()).toList();
  }
}
