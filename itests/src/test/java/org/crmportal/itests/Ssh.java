package org.crmportal.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** An SSH client as an attacker would write it: it asks for whatever there is. */
final class Ssh implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final int port;

  Ssh(CrmNode node) {
    port = Integer.parseInt(node.get("CRM_SSH_PORT"));
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
  }

  /** What a command wrote, standard error included, and its exit status; null if it had none. */
  record Result(String text, Integer status) {}

  static KeyPair key() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a key in, before the node starts, with these roles. */
  static void allow(CrmNode node, String user, KeyPair key, String... roles) throws IOException {
    var file = node.folder().resolve(Path.of("etc", "keys.properties"));
    Files.createDirectories(file.getParent());
    var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
    var more = new ArrayList<>(lines);
    more.add(
        user + "=" + PublicKeyEntry.toString(key.getPublic()).split(" ", 3)[1] + ",_g_:" + user);
    more.add("_g_\\:" + user + "=group," + String.join(",", roles));
    Files.write(file, more);
  }

  /** A session of who proves themselves with a key or with a password. */
  ClientSession session(String user, Object proof) throws IOException {
    var session = client.connect(user, "127.0.0.1", port).verify(LIMIT).getSession();
    if (proof instanceof KeyPair key) {
      session.addPublicKeyIdentity(key);
    } else {
      session.addPasswordIdentity(proof.toString());
    }
    session.auth().verify(LIMIT);
    return session;
  }

  static Result run(ClientSession session, String command) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var channel = session.createExecChannel(command)) {
      channel.setOut(out);
      channel.setErr(out);
      channel.open().verify(LIMIT);
      ended(channel);
      return new Result(out.toString(StandardCharsets.UTF_8), channel.getExitStatus());
    }
  }

  /** Waits until the other side has closed a channel; false if it does not. */
  static boolean ended(ClientChannel channel) {
    return channel
        .waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT)
        .contains(ClientChannelEvent.CLOSED);
  }

  @Override
  public void close() {
    client.stop();
  }
}
