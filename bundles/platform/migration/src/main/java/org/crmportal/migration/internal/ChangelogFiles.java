package org.crmportal.migration.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** Shows Liquibase a changelog's files and nothing else of the system. */
final class ChangelogFiles extends AbstractResourceAccessor {

  private final Map<String, byte[]> files;

  ChangelogFiles(Changelog changelog) {
    files = new TreeMap<>(changelog.files());
    files.put(changelog.path(), changelog.root());
  }

  @Override
  public List<Resource> search(String path, boolean recursive) {
    return files.keySet().stream()
        .filter(file -> file.startsWith(path))
        .<Resource>map(File::new)
        .toList();
  }

  @Override
  public List<Resource> getAll(String path) {
    return files.containsKey(path) ? List.of(new File(path)) : List.of();
  }

  @Override
  public List<String> describeLocations() {
    return List.copyOf(files.keySet());
  }

  @Override
  public void close() {
    // nothing is open
  }

  private final class File extends AbstractResource {

    File(String path) {
      super(path, URI.create("changelog:/" + path));
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(files.getOrDefault(getPath(), new byte[0]));
    }

    @Override
    public boolean exists() {
      return files.containsKey(getPath());
    }

    @Override
    public Resource resolve(String other) {
      return new File(resolvePath(other));
    }

    @Override
    public Resource resolveSibling(String other) {
      return new File(resolveSiblingPath(other));
    }
  }
}
