package org.crmportal.portal.internal;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The web components of running modules: files below {@code portal/} of their bundles. */
final class ModuleFiles {

  static final String PREFIX = "/portal/modules/";

  private final Function<String, Optional<StaticFiles>> bundles;

  /**
   * Files of bundles.
   *
   * @param bundles the files of a bundle by its symbolic name, if it runs and declared a component
   */
  ModuleFiles(Function<String, Optional<StaticFiles>> bundles) {
    this.bundles = bundles;
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
    return bundles
        .apply(parts[0])
        .map(files -> files.at(parts[1]))
        .map(file -> new Site.Found(file, ("v=" + file.version()).equals(query)));
  }
}
