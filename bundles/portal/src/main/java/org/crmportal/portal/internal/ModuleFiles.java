package org.crmportal.portal.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The web components of running modules: files below {@code portal/} of their bundles. */
@Component(service = ModuleFiles.class)
public final class ModuleFiles {

  static final String PREFIX = "/portal/modules/";

  private final BundleContext context;
  private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

  @Activate
  public ModuleFiles(BundleContext context) {
    this.context = context;
  }

  /**
   * The file of an address.
   *
   * @param path begins with {@link #PREFIX}
   * @param query the address's query, or null
   */
  Optional<Site.Found> find(String path, @Nullable String query) {
    var parts = path.substring(PREFIX.length()).split("/", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return Arrays.stream(context.getBundles())
        .filter(bundle -> parts[0].equals(bundle.getSymbolicName()))
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .findFirst()
        .map(bundle -> files(bundle).at(parts[1]))
        .map(file -> new Site.Found(file, ("v=" + file.version()).equals(query)));
  }

  private StaticFiles files(Bundle bundle) {
    var known = kept.get(bundle.getBundleId());
    if (known == null || known.modified() != bundle.getLastModified()) {
      known = new Kept(bundle.getLastModified(), StaticFiles.of(bundle, "portal"));
      kept.put(bundle.getBundleId(), known);
    }
    return known.files();
  }

  /** The files of a bundle as it was when it was last changed. */
  private record Kept(long modified, StaticFiles files) {}
}
