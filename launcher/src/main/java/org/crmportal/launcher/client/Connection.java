package org.crmportal.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.core.CoreModuleProperties;

/** A session with the node whose folder this is, and with no other. */
final class Connection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration NO_END = Duration.ZERO;
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final SshClient client;
  private final ClientSession session;

  private Connection(SshClient client, ClientSession session) {
    this.client = client;
    this.session = session;
  }

  static Connection open(Login login) throws Unreachable {
    var client = SshClient.setUpDefaultClient();
    // Only the node knows this key: whoever else listens on the port is refused.
    client.setServerKeyVerifier((any, address, key) -> KeyUtils.compareKeys(key, host(login)));
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, NO_END);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, NO_END);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    client.start();
    try {
      var future = client.connect(login.user(), "127.0.0.1", login.port()).verify(PATIENCE);
      return new Connection(client, signIn(future.getSession(), login));
    } catch (IOException e) {
      throw new Unreachable(
          "no node answers on port %d: is it running? Start it with ./crm run (%s)"
              .formatted(login.port(), e.getMessage()));
    }
  }

  ClientSession session() {
    return session;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private static ClientSession signIn(ClientSession session, Login login) throws Unreachable {
    try {
      session.addPublicKeyIdentity(own(login));
      session.auth().verify(PATIENCE);
      return session;
    } catch (IOException e) {
      throw new Unreachable(
          "the node on port %d does not let %s in: is it the one of this folder? (%s)"
              .formatted(login.port(), login.user(), e.getMessage()));
    }
  }

  /** The pair as the launcher wrote it: PKCS 8, and the public key as SSH writes it. */
  private static KeyPair own(Login login) throws IOException {
    try {
      var pem = Files.readString(login.key()).replaceAll("-----.*-----", "");
      var secret = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
      var open = Base64.getDecoder().decode(Files.readString(login.publicKey()).strip());
      return new KeyPair(
          new ByteArrayBuffer(open).getRawPublicKey(),
          KeyFactory.getInstance("EC").generatePrivate(secret));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException("there is no key in " + login.key(), e);
    }
  }

  private static PublicKey host(Login login) {
    try {
      return shown(login.hostKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublicKey shown(Path file) throws IOException {
    try {
      return new FileKeyPairProvider(file).loadKeys(null).iterator().next().getPublic();
    } catch (RuntimeException e) {
      throw new IOException("there is no key in " + file, e);
    }
  }
}
