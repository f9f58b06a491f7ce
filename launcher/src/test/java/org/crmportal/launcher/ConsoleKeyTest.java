package org.crmportal.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.apache.karaf.jaas.modules.publickey.PublickeyLoginModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's key, and the file of those who may use it. */
class ConsoleKeyTest {

  private static final String OPERATORS =
      "# ours\n_g_\\:admingroup = group,admin\nann = AAAA,_g_:admingroup\n";

  @TempDir private Path folder;
  private Path keys;
  private String owner;

  @BeforeEach
  void make() throws IOException {
    keys = Files.createDirectories(folder.resolve("etc")).resolve("keys.properties");
    owner = Files.getOwner(folder).getName();
    Files.writeString(keys, OPERATORS);
  }

  @Test
  void theOwnerGetsInBesideTheOperatorsOwnEntries() throws IOException {
    prepare(8101);

    var publicKey = Files.readString(folder.resolve("console/key.pub"));
    assertThat(keys).content().startsWith(OPERATORS).contains(owner + " = " + publicKey);
    assertThat(folder.resolve("console/address")).hasContent("user=" + owner + "\nport=8101\n");
    assertThat(folder.resolve("console/key")).content().startsWith("-----BEGIN PRIVATE KEY-----");
  }

  @Test
  void nobodyElseCanReadIt() throws IOException {
    prepare(8101);

    for (var file : new String[] {"key", "address"}) {
      var path = folder.resolve("console").resolve(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aLaterStartKeepsTheKeyAndOneEntry() throws IOException {
    prepare(8101);
    var before = Files.readString(keys);
    var key = Files.readString(folder.resolve("console/key"));
    prepare(8102);

    assertThat(keys).hasContent(before);
    assertThat(folder.resolve("console/key")).hasContent(key);
    assertThat(folder.resolve("console/address")).content().contains("port=8102");
  }

  @Test
  void aKeyThatIsTakenAwayIsReplaced() throws IOException {
    prepare(8101);
    var before = Files.readString(folder.resolve("console/key.pub"));
    Files.delete(folder.resolve("console/key"));
    prepare(8101);

    assertThat(keys).content().doesNotContain(before);
  }

  @Test
  void anEntryOfTheOperatorsIsLeftAlone() throws IOException {
    var own = owner + " = BBBB,_g_:admingroup\n";
    Files.writeString(keys, own);
    prepare(8101);

    assertThat(keys).content().startsWith(own).contains(owner + "-console = ");
    assertThat(folder.resolve("console/address")).content().contains(owner + "-console");
  }

  @Test
  void aKeyIsMadeThatTheLoginKnowsAgain() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var unlucky = "";
    for (int i = 0; i < 20_000; i++) {
      var key = generator.generateKeyPair().getPublic();
      var shown = Base64.getEncoder().encodeToString(ConsoleKey.blob((ECPublicKey) key));
      boolean known = PublickeyLoginModule.equals(key, shown);
      assertThat(ConsoleKey.isTaken(shown)).isEqualTo(known);
      unlucky = known ? unlucky : shown;
    }
    prepare(8101);
    Files.writeString(folder.resolve("console/key.pub"), unlucky);
    prepare(8101);

    assertThat(unlucky).isNotEmpty();
    assertThat(folder.resolve("console/key.pub")).content().isNotEqualTo(unlucky);
  }

  private void prepare(int port) throws IOException {
    new ConsoleKey(folder).prepare(folder.resolve("etc"), port);
  }
}
