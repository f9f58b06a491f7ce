package org.crmportal.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.rmi.AlreadyBoundException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.RMIServerSocketFactory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;

/**
 * JMX for whoever asks for it: one port, on loopback, for names with passwords. The JVM's own
 * switch would open a second port on every address.
 */
final class Jmx {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private Jmx() {}

  private record Loopback() implements RMIServerSocketFactory {
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }
  }

  static void open(int port, Path passwords) throws IOException {
    check(passwords);
    System.setProperty("java.rmi.server.hostname", "127.0.0.1");
    var settings =
        Map.of(
            "jmx.remote.x.password.file",
            passwords.toString(),
            RMIConnectorServer.CREDENTIALS_FILTER_PATTERN,
            "java.lang.String;!*");
    var registry = LocateRegistry.createRegistry(port, null, new Loopback());
    var server = new RMIJRMPServerImpl(port, null, new Loopback(), settings);
    new RMIConnectorServer(
            new JMXServiceURL("rmi", "127.0.0.1", port),
            settings,
            server,
            ManagementFactory.getPlatformMBeanServer())
        .start();
    try {
      registry.bind("jmxrmi", server.toStub());
    } catch (AlreadyBoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Path passwords) throws IOException {
    if (!Files.exists(passwords)) {
      throw new Refusal(
          "CRM_JMX_PORT is set, and there is no %s: write a line with a name and a password to it"
              .formatted(passwords));
    }
    var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(passwords));
    permissions.retainAll(OTHERS);
    if (!permissions.isEmpty()) {
      throw new Refusal("others may read %s: chmod 600 it".formatted(passwords));
    }
  }
}
