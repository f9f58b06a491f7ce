package org.crmportal.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;

/** The folder that holds all state of one node. Two folders are two nodes of the same build. */
final class Node implements AutoCloseable {

  /** What the operator may change; everything else in etc/ belongs to the build. */
  private static final Set<String> KEPT =
      Set.of(
          Settings.FILE,
          "custom.properties",
          "keys.properties",
          "org.crmportal.metrics.cfg",
          "org.crmportal.pool.cfg",
          "org.crmportal.rest.cfg",
          "org.crmportal.signin.cfg",
          "org.ops4j.pax.logging.cfg",
          "users.properties");

  private final Path home;
  private final Path folder;

  // Locked until the process ends, however it ends.
  private final FileChannel claim;

  private Node(Path home, Path folder, FileChannel claim) {
    this.home = home;
    this.folder = folder;
    this.claim = claim;
  }

  /** Takes the folder for this process. */
  static Node open(Path home, String data) {
    if (data.isEmpty()) {
      throw new Refusal("CRM_DATA is not set: name a folder for the data of this node");
    }
    var folder = Path.of(data).toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      return new Node(home, folder, claim(folder));
    } catch (IOException e) {
      throw new Refusal(
          "CRM_DATA is %s, which cannot be written (%s): name a folder that can"
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  private static FileChannel claim(Path folder) throws IOException {
    var file = folder.resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new Refusal(
          "CRM_DATA is %s, where another node runs: stop it or name another folder"
              .formatted(folder));
    }
    return channel;
  }

  /** Gives the folder free; a node that starts keeps it. */
  @Override
  public void close() throws IOException {
    claim.close();
  }

  Path folder() {
    return folder;
  }

  Path etc() {
    return folder.resolve("etc");
  }

  /** Brings the folder to this build: its settings are kept, what the container cached is not. */
  void prepare(String wantedModules) throws IOException {
    var build = Build.of(home);
    var file = folder.resolve("build");
    var last = Files.exists(file) ? Files.readString(file).strip() : "";
    var modules = Modules.of(home, folder);
    modules.choose(wantedModules);
    if (!last.equals(build)) {
      Files.deleteIfExists(file);
      delete(container());
      copyEtc();
      modules.writeBootFeatures(etc());
      Files.writeString(file, build + "\n");
    }
    Files.createDirectories(container().resolve("tmp"));
    Files.createDirectories(folder.resolve("log"));
  }

  /** Watches a folder for bundles, if the operator names one; nothing is watched else. */
  void deployFrom(String watched) throws IOException {
    var file = etc().resolve("org.apache.felix.fileinstall-deploy.cfg");
    if (watched.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    var path = Path.of(watched).toAbsolutePath();
    if (!Files.isDirectory(path)) {
      throw new Refusal("CRM_DEPLOY is %s: name a folder that is there".formatted(path));
    }
    var properties = new Properties();
    properties.setProperty("felix.fileinstall.dir", path.toString());
    properties.setProperty("felix.fileinstall.tmpdir", container().resolve("deploy").toString());
    properties.setProperty("felix.fileinstall.poll", "1000");
    properties.setProperty("felix.fileinstall.start.level", "80");
    properties.setProperty("felix.fileinstall.active.level", "80");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  /** Tells the container where its files are. */
  void publish() {
    System.setProperty("karaf.base", folder.toString());
    System.setProperty("karaf.data", container().toString());
    System.setProperty("karaf.etc", etc().toString());
    System.setProperty("karaf.log", folder.resolve("log").toString());
    System.setProperty("karaf.instances", container().resolve("instances").toString());
    System.setProperty("java.io.tmpdir", container().resolve("tmp").toString());
  }

  private Path container() {
    return folder.resolve("container");
  }

  private void copyEtc() throws IOException {
    var source = home.resolve("etc");
    try (var files = Files.walk(source)) {
      for (var file : files.toList()) {
        var target = etc().resolve(source.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!KEPT.contains(file.getFileName().toString()) || !Files.exists(target)) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
