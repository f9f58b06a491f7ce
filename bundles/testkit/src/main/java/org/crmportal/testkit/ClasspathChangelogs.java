package org.crmportal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Manifest;
import org.crmportal.migration.internal.Changelog;
import org.crmportal.migration.internal.ChangelogHeader;

/** The changelogs of every bundle on the class path: the core's, and an extension's own. */
public final class ClasspathChangelogs {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private ClasspathChangelogs() {}

  /** Returns them in an order in which each comes after those that it needs. */
  public static List<Changelog> inOrder() {
    var waiting = new ArrayList<>(all());
    if (waiting.isEmpty()) {
      throw new IllegalStateException(
          "No bundle with changelogs is on the class path: depend on crm-db-changelog in test scope");
    }
    var ordered = new ArrayList<Changelog>();
    var names = new ArrayList<String>();
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(changelog -> names.containsAll(changelog.after()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Nothing can come next: " + waiting));
      waiting.remove(next);
      ordered.add(next);
      names.add(next.folder());
    }
    return ordered;
  }

  private static List<Changelog> all() {
    var changelogs = new ArrayList<Changelog>();
    try {
      for (var url : Collections.list(loader().getResources(MANIFEST))) {
        changelogs.addAll(read(url));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changelogs;
  }

  private static ClassLoader loader() {
    return ClasspathChangelogs.class.getClassLoader();
  }

  private static List<Changelog> read(URL manifest) throws IOException {
    String header;
    try (var content = manifest.openStream()) {
      header = new Manifest(content).getMainAttributes().getValue(ChangelogHeader.NAME);
    }
    if (header == null) {
      return List.of();
    }
    var bundle = URI.create(manifest.toString().replace(MANIFEST, ""));
    var folders = ChangelogHeader.parse(header);
    if (bundle.getScheme().equals("file")) {
      return read(Path.of(bundle), folders);
    }
    try (var jar = FileSystems.newFileSystem(bundle, Map.of())) {
      return read(jar.getPath("/"), folders);
    }
  }

  private static List<Changelog> read(Path bundle, Map<String, List<String>> folders)
      throws IOException {
    var changelogs = new ArrayList<Changelog>();
    for (var folder : folders.entrySet()) {
      var files = files(bundle, "db/" + folder.getKey());
      changelogs.add(new Changelog(folder.getKey(), folder.getValue(), files));
    }
    return changelogs;
  }

  private static SortedMap<String, byte[]> files(Path bundle, String folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var found = Files.newDirectoryStream(bundle.resolve(folder), "*.sql")) {
      for (var file : found) {
        files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
