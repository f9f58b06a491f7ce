package org.crmportal.portal.internal;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which file answers which address of the portal. */
final class Site {

  private static final String INDEX = "index.html";
  private static final String ASSETS = "/assets/";
  private static final Set<String> OTHERS = Set.of("api", "health", "metrics", "portal", "assets");

  private final StaticFiles files;

  Site(StaticFiles files) {
    this.files = files;
  }

  /**
   * The file that answers.
   *
   * @param path the decoded path, which begins with a slash
   * @param accept the header of this name, or null
   */
  Optional<Found> find(String path, @Nullable String accept) {
    var file = files.at(path.substring(1));
    if (file != null && !path.equals("/" + INDEX)) {
      return Optional.of(new Found(file, path.startsWith(ASSETS)));
    }
    return isPage(path, accept)
        ? Optional.ofNullable(files.at(INDEX)).map(index -> new Found(index, false))
        : Optional.empty();
  }

  /** A page's address is drawn by the one page that there is, if a person's browser asks. */
  private static boolean isPage(String path, @Nullable String accept) {
    if (path.equals("/")) {
      return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }
    return accept != null
        && accept.contains("text/html")
        && !OTHERS.contains(path.split("/", 3)[1]);
  }

  /**
   * A file that answers.
   *
   * @param immutable whether its address is another one when its content is
   */
  record Found(StaticFile file, boolean immutable) {}
}
