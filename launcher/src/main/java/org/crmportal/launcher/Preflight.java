package org.crmportal.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checks that are cheaper to understand before the container starts than after. */
final class Preflight {

  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_JAVA = 21;
  private static final int SHORTEST_KEY = 32;

  private Preflight() {}

  static void checkJava(int version) {
    if (version < OLDEST_JAVA || version > NEWEST_JAVA) {
      throw new Refusal(
          "Java %d does not run it: set JAVA_HOME to a JDK 17 or 21".formatted(version));
    }
  }

  static void check(Settings settings, Path home) throws IOException {
    var http = settings.port(Setting.HTTP_PORT);
    var ssh = settings.port(Setting.SSH_PORT);
    if (http == ssh) {
      throw new Refusal("CRM_HTTP_PORT and CRM_SSH_PORT are both %d: change one".formatted(http));
    }
    checkFree(Setting.HTTP_PORT, http, settings.address(Setting.BIND));
    checkFree(Setting.SSH_PORT, ssh, InetAddress.getLoopbackAddress());
    settings.oneOf(Setting.METRICS, "local", "all", "none");
    settings.oneOf(Setting.LOG, "text", "json");
    checkKeyFile(settings.text(Setting.JWT_KEY_FILE));
    ExternalDatabase.check(settings, home);
  }

  private static void checkFree(Setting setting, int port, InetAddress address) {
    try (var socket = new ServerSocket(port, 1, address)) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new Refusal(
          "port %d on %s cannot be opened (%s): free it or set %s to another"
              .formatted(port, address.getHostAddress(), e.getMessage(), setting.variable()));
    }
  }

  private static void checkKeyFile(String file) throws IOException {
    if (file.isEmpty()) {
      return;
    }
    var key = Path.of(file);
    if (!Files.isReadable(key) || Files.size(key) < SHORTEST_KEY) {
      throw new Refusal(
          "CRM_JWT_KEY_FILE is %s: name a readable file of at least %d bytes, or none"
              .formatted(file, SHORTEST_KEY));
    }
  }
}
