package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the console, and what it says where there is none. */
class ConsoleDoorIT {

  private static final int NO_CONSOLE = 255;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final CrmServer server = CrmServer.shared();
  @TempDir private Path temporary;

  @Test
  void theKeyIsTheOwnersAlone() throws IOException {
    var console = server.node().folder().resolve("console");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(console)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(console.resolve("key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aForeignKeyIsRefused() throws Exception {
    var folder = copy();
    var foreign = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Files.writeString(
        folder.resolve("console/key"),
        Base64.getMimeEncoder().encodeToString(foreign.getPrivate().getEncoded()));

    assertNoConsole(Console.in(folder).run("crm:status"), "does not let");
  }

  @Test
  void anotherNodeOnThePortIsNotBelieved() throws IOException {
    var folder = copy();
    var other = Files.readString(folder.resolve("console/key"));
    Files.writeString(folder.resolve("etc/host.key"), other);

    assertNoConsole(Console.in(folder).run("crm:status"), "is it the one of this folder?");
  }

  @Test
  void aFolderWithoutANodeSaysSo() throws IOException {
    assertNoConsole(Console.in(temporary.resolve("nothing")).run("crm:status"), "no node in");
    assertNoConsole(Console.in(temporary).run("crm:status"), "no node has run in");
    var folder = copy();
    Files.writeString(folder.resolve("console/address"), "user=me\nport=" + CrmNode.freePort());
    assertNoConsole(Console.in(folder).run("crm:status"), "is it running?");
  }

  @ParameterizedTest
  @CsvSource({"karaf, karaf", "admin, admin", "root, root", "admin@example.org, correct horse"})
  void aPasswordOpensNothing(String user, String password) throws IOException {
    int port = Integer.parseInt(server.node().get("CRM_SSH_PORT"));
    try (var client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
      client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
      client.start();
      try (var session = client.connect(user, "127.0.0.1", port).verify(LIMIT).getSession()) {
        session.addPasswordIdentity(password);
        assertThatThrownBy(() -> session.auth().verify(LIMIT)).isInstanceOf(SshException.class);
      }
    }
  }

  @Test
  void nobodyHasAPassword() throws IOException {
    var users = Files.readAllLines(server.node().folder().resolve("etc/users.properties"));

    assertThat(users).allMatch(line -> line.startsWith("#") || line.startsWith("_g_"));
  }

  private static void assertNoConsole(Console.Said said, String sentence) {
    assertThat(said.status()).as(said.toString()).isEqualTo(NO_CONSOLE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("crm: ").contains(sentence);
  }

  /** What the console's client reads of the node's folder. */
  private Path copy() throws IOException {
    var folder = Files.createDirectories(temporary.resolve("copy"));
    for (var name : new String[] {"console/address", "console/key", "console/key.pub"}) {
      copy(folder, name);
    }
    copy(folder, "etc/host.key");
    return folder;
  }

  private void copy(Path folder, String name) throws IOException {
    var target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(server.node().folder().resolve(name), target);
  }
}
