package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The known ways into a stock Karaf are closed: ports, console, JMX, deploy folder. */
class ClosedDownIT {

  private static final CrmNode NODE = CrmNode.fresh();
  private static final KeyPair OWNER = Ssh.key();
  private static final KeyPair NOBODY = Ssh.key();

  private static CrmServer server;
  private static Ssh ssh;

  @BeforeAll
  static void start() throws IOException {
    Ssh.allow(NODE, "owner", OWNER, "admin", "manager", "viewer", "ssh");
    Ssh.allow(NODE, "nobody", NOBODY, "ssh");
    for (var folder : List.of("deploy", "etc", "container/deploy")) {
      Intruder.into(Files.createDirectories(NODE.folder().resolve(folder)));
    }
    server = NODE.start();
    ssh = new Ssh(NODE);
  }

  @AfterAll
  static void stop() {
    ssh.close();
    server.close();
  }

  @Test
  void onlyTwoPortsAreOpenAndBothOnLoopback() throws IOException {
    var open = Listening.of(server.process());

    assertThat(open).allMatch(Listening::loopback);
    assertThat(open)
        .extracting(listening -> Integer.toString(listening.port()))
        .containsExactlyInAnyOrder(NODE.get("CRM_HTTP_PORT"), NODE.get("CRM_SSH_PORT"));
    assertThat(Listening.of(database())).hasSize(1).allMatch(Listening::loopback);
  }

  private static ProcessHandle database() throws IOException {
    var file = NODE.folder().resolve("postgresql/data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"karaf", "admin", "owner", "root"})
  void noPasswordOpensTheConsole(String user) {
    for (var password : List.of("karaf", user, "password", CrmNode.ADMIN_PASSWORD)) {
      assertThatThrownBy(() -> ssh.session(user, password)).isInstanceOf(SshException.class);
    }
  }

  @Test
  void onlyAKnownKeyOpensTheConsole() throws IOException {
    var stranger = Ssh.key();
    assertThatThrownBy(() -> ssh.session("owner", stranger)).isInstanceOf(SshException.class);
    assertThatThrownBy(() -> ssh.session("karaf", OWNER)).isInstanceOf(SshException.class);
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, "system:version").text()).contains("4.4");
    }
  }

  @Test
  void aKeyWithoutARoleCanDoNothing() throws IOException {
    for (var command :
        List.of("system:version", "bundle:list", "log:tail", "\"x\" getClass", "shell:echo hi")) {
      try (var session = ssh.session("nobody", NOBODY)) {
        assertThat(Ssh.run(session, command).text()).as(command).contains("Command not found");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shell:exec id",
        "shell:java java.lang.Object",
        "shell:new java.io.File /",
        "shell:cat /etc/passwd",
        "shell:eval 1",
        "\"x\" getClass",
        "jaas:user-list",
        "jaas:sudo system:version",
        "dev:dump-create",
        "instance:list",
        "config:list",
        "cm:listConfigurations",
        "bundle:install file:/tmp/x.jar",
        "bundle:update crm-leads http://127.0.0.1:1/x.jar",
        "bundle:watch *",
        "feature:install webconsole",
        "feature:uninstall crm-auth",
        "ssh:ssh -p 22 localhost",
        "system:property user.home",
        "scr:disable x",
        "scp -f etc/keys.properties"
      })
  void theOwnerHasNoDangerousCommand(String command) throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, command).text()).containsAnyOf("not found", "Insufficient");
    }
  }

  @Test
  void theOwnerUpdatesABundleFromWhereItIs() throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, "bundle:update crm-leads").text()).doesNotContain("Error");
    }
  }

  @Test
  void featuresComeFromThisMachineOnly() throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, "feature:repo-add http://127.0.0.1:1/x.xml").text())
          .containsAnyOf("not found", "Insufficient");
    }
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, "feature:repo-add file:/no-such-file.xml").text())
          .contains("no-such-file")
          .doesNotContain("Insufficient");
    }
  }

  /** A command that appears with a library has to be judged before it is offered. */
  @Test
  void onlyTheseScopesHaveCommands() throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      var scopes =
          Ssh.run(session, "*:help")
              .text()
              .replaceAll("\u001b\\[[0-9;]*m", "")
              .lines()
              .filter(line -> line.matches("[a-z]+:\\S+ .*"))
              .map(line -> line.substring(0, line.indexOf(':')))
              .collect(Collectors.toSet());
      assertThat(scopes).contains("bundle", "log");
      assertThat(List.of("bundle", "crm", "event", "feature", "jaas", "log", "scr", "service"))
          .as("shell and system, too")
          .containsAll(scopes.stream().filter(s -> !s.matches("shell|system")).toList());
    }
  }

  @Test
  void noSubsystemAndNoForwarding() throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      var sftp = session.createSubsystemChannel("sftp");
      sftp.open().verify(Ssh.LIMIT);
      // The refusal comes after the channel, which it closes.
      assertThat(Ssh.ended(sftp)).isTrue();
    }
    try (var session = ssh.session("owner", OWNER)) {
      var http = Integer.parseInt(NODE.get("CRM_HTTP_PORT"));
      var there = new SshdSocketAddress("127.0.0.1", http);
      var forwarded =
          session.createDirectTcpipChannel(new SshdSocketAddress("127.0.0.1", 0), there);
      assertThatThrownBy(() -> forwarded.open().verify(Ssh.LIMIT)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> session.startRemotePortForwarding(new SshdSocketAddress(0), there))
          .isInstanceOf(IOException.class);
    }
  }

  @SuppressWarnings("BanJNDI")
  @ParameterizedTest
  @ValueSource(ints = {1099, 44444})
  void nothingAnswersJmx(int port) {
    assertThat(Listening.of(server.process())).noneMatch(listening -> listening.port() == port);
    var url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/karaf-root";
    assertThatThrownBy(() -> JMXConnectorFactory.connect(new JMXServiceURL(url)).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingIsDeployedFromAFolder() throws IOException {
    try (var session = ssh.session("owner", OWNER)) {
      assertThat(Ssh.run(session, "bundle:list -t 0").text())
          .contains("crm-rest")
          .doesNotContain(Intruder.NAME);
    }
  }
}
