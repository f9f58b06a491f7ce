package org.crmportal.rest.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Knows from the headers of all installed bundles whose paths are whose, also of stopped ones. */
final class Claims {

  private static final String ROOT = "/api/v1";

  private final BundleContext context;
  private final Supplier<List<Published>> served;

  Claims(BundleContext context, Supplier<List<Published>> served) {
    this.context = context;
    this.served = served;
  }

  /** The module that claims a path but does not serve it now; null if there is none. */
  @Nullable String stopped(String uri) {
    var path = uri.startsWith(ROOT) ? uri.substring(ROOT.length()) : uri;
    var segments = segments(path);
    String module = null;
    int longest = 0;
    for (var bundle : context.getBundles()) {
      for (var claim : claims(bundle)) {
        var claimed = segments(claim);
        if (claimed.size() > longest && begins(segments, claimed)) {
          longest = claimed.size();
          module = serves(bundle, claimed) ? null : module(bundle);
        }
      }
    }
    return module;
  }

  private boolean serves(Bundle bundle, List<String> claimed) {
    return served.get().stream()
        .anyMatch(
            each ->
                each.bundle() == bundle.getBundleId() && begins(segments(each.path()), claimed));
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
