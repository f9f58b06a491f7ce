package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/** What is off is there for whoever asks for it, and no wider than that. */
class AskedForIT {

  @Test
  void jmxAndADeployFolderCanBeAskedFor() throws IOException {
    var node = CrmNode.fresh();
    var jmx = CrmNode.freePort();
    var owner = Ssh.key();
    Ssh.allow(node, "owner", owner, "admin", "manager", "viewer", "ssh");
    passwords(node.folder().resolve(Path.of("etc", "jmx.password")));
    var deploy = Files.createDirectories(node.folder().resolve("deploy"));
    node.with("CRM_JMX_PORT", Integer.toString(jmx)).with("CRM_DEPLOY", deploy.toString());
    try (var server = node.start()) {
      assertThat(Listening.of(server.process()))
          .allMatch(Listening::loopback)
          .anyMatch(listening -> listening.port() == jmx);
      assertThatThrownBy(() -> connect(jmx, Map.of())).isInstanceOf(SecurityException.class);
      assertThatThrownBy(() -> connect(jmx, who("karaf"))).isInstanceOf(SecurityException.class);
      connect(jmx, who("a-secret"));
      Intruder.into(deploy);
      try (var ssh = new Ssh(node)) {
        Wait.until("it is deployed", Duration.ofMinutes(1), () -> isDeployed(ssh, owner));
      }
    }
  }

  private static boolean isDeployed(Ssh ssh, KeyPair owner) throws IOException {
    try (var session = ssh.session("owner", owner)) {
      return Ssh.run(session, "bundle:list -t 0").text().contains(Intruder.NAME);
    }
  }

  private static Map<String, ?> who(String password) {
    return Map.of(JMXConnector.CREDENTIALS, new String[] {"monitor", password});
  }

  private static void passwords(Path file) throws IOException {
    Files.writeString(file, "monitor a-secret\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @SuppressWarnings("BanJNDI")
  private static void connect(int port, Map<String, ?> who) throws IOException {
    var url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    JMXConnectorFactory.connect(new JMXServiceURL(url), who).close();
  }
}
