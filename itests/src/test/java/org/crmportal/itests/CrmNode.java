package org.crmportal.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.crmportal.platform.DatabaseAddress;

/** A node that can be started: its folder, its ports and what else is in its environment. */
public final class CrmNode {

  /** The password of every test's administrator. */
  public static final String ADMIN_PASSWORD = "correct horse battery staple";

  /** The e-mail of every test's administrator. */
  public static final String ADMIN_EMAIL = "admin@example.org";

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  private CrmNode(Path folder) {
    this.folder = folder;
  }

  /** A node with a fresh folder and free ports. */
  public static CrmNode fresh() {
    // Both are open at once, or else they may be the same one.
    try (var http = free();
        var ssh = free()) {
      var nodes = Files.createDirectories(Path.of("target", "nodes").toAbsolutePath());
      var node = new CrmNode(Files.createTempDirectory(nodes, "node-"));
      return node.with("CRM_DATA", node.folder.toString())
          .with("CRM_HTTP_PORT", Integer.toString(http.getLocalPort()))
          .with("CRM_SSH_PORT", Integer.toString(ssh.getLocalPort()))
          // A test's node does not live long enough for the second compiler to pay.
          .with("CRM_JAVA_OPTS", "-XX:TieredStopAtLevel=1")
          .with("CRM_ADMIN_EMAIL", ADMIN_EMAIL)
          .with("CRM_ADMIN_PASSWORD", ADMIN_PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a variable of its environment. */
  public CrmNode with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Lets it live on an external database. */
  CrmNode on(DatabaseAddress database) {
    return with("CRM_DB_URL", database.url())
        .with("CRM_DB_USER", database.user())
        .with("CRM_DB_PASSWORD", database.password());
  }

  /** Takes a variable out of its environment. */
  public CrmNode without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** The folder that holds its state. */
  public Path folder() {
    return folder;
  }

  /** The value of a variable of its environment. */
  public String get(String variable) {
    return environment.get(variable);
  }

  /** Starts it and waits until it is ready. */
  public CrmServer start() {
    var server = launch();
    server.awaitReady();
    return server;
  }

  /** Starts it and does not wait. */
  public CrmServer launch() {
    return new CrmServer(this, environment);
  }

  /** A port of loopback that nobody uses. */
  public static int freePort() {
    try (var socket = free()) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket free() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
