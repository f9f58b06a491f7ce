package org.crmportal.portal.internal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Modules with parts for the portal, whose bundles have their files in a folder. */
final class Modules {

  private final Path folder;

  Modules(Path folder) {
    this.folder = folder;
  }

  /** Gives a bundle a file. */
  Modules file(String bundle, String path, String content) {
    var file = folder.resolve(bundle).resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What a bundle adds. */
  Source source(String bundle, PortalPart... parts) {
    return source(bundle, () -> List.of(parts));
  }

  Source source(String bundle, PortalParts parts) {
    return new Source(parts, bundle(bundle), Texts.of(bundle("portal")));
  }

  /** A description for who may do everything, in English. */
  static PortalDescription describe(Source... sources) {
    return describe("en", Reader.who("notes:read"), sources);
  }

  static PortalDescription describe(String language, Rights rights, Source... sources) {
    return new Composer(Snapshot.of(List.of(sources)), language, rights, type -> true)
        .description("EUR", List.of());
  }

  private Bundle bundle(String name) {
    return (Bundle)
        Proxy.newProxyInstance(
            Modules.class.getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getSymbolicName" -> "crm-" + name;
                  case "getHeaders" -> FrameworkUtil.asDictionary(Map.of("Crm-Module", name));
                  case "getEntry" -> url(folder.resolve(name).resolve(arguments[0].toString()));
                  case "findEntries" -> Collections.enumeration(entries(name, arguments[0]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<URL> entries(String bundle, Object below) throws IOException {
    var start = folder.resolve(bundle).resolve(below.toString().substring(1));
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      var urls = new TreeMap<String, URL>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        urls.put(file.toString(), file.toUri().toURL());
      }
      return List.copyOf(urls.values());
    }
  }

  private static @Nullable URL url(Path file) throws MalformedURLException {
    return Files.exists(file) ? file.toUri().toURL() : null;
  }
}
