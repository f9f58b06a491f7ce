package org.crmportal.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * The key with which the owner of the node's folder opens the console. It is in the folder's
 * console/, which nobody else may read, beside the address to connect to.
 */
final class ConsoleKey {

  private static final String CURVE = "nistp256";
  private static final int COORDINATE = 32;

  private final Path folder;
  private final Path console;

  ConsoleKey(Path folder) {
    this.folder = folder;
    this.console = folder.resolve("console");
  }

  /** Makes the key where there is none yet, lets it in, and says where the console is. */
  void prepare(Path etc, int port) throws IOException {
    Files.createDirectories(console);
    restrict(console, "rwx------");
    var secret = console.resolve("key");
    var open = console.resolve("key.pub");
    if (!Files.exists(secret) || !Files.exists(open) || !isTaken(Files.readString(open))) {
      make(secret, open);
    }
    var owner = owner();
    var name =
        new ConsoleUsers(etc.resolve("keys.properties")).letIn(owner, Files.readString(open));
    write(console.resolve("address"), "user=%s\nport=%d\n".formatted(name, port));
  }

  /** Who owns the folder, in letters that a file of properties takes as they are. */
  private String owner() throws IOException {
    return Files.getOwner(folder).getName().replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private void make(Path secret, Path open) throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair;
      String shown;
      do {
        pair = generator.generateKeyPair();
        shown = Base64.getEncoder().encodeToString(blob((ECPublicKey) pair.getPublic()));
      } while (!isTaken(shown));
      write(secret, pem(pair));
      write(open, shown);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has this curve", e);
    }
  }

  /**
   * Whether Karaf's login knows the key again: it takes a coordinate for a number with a sign and
   * then loses a leading byte of ones, which befalls one key in 256.
   */
  static boolean isTaken(String publicKey) {
    var blob = Base64.getDecoder().decode(publicKey.strip());
    return Stream.of(blob.length - 2 * COORDINATE, blob.length - COORDINATE)
        .noneMatch(coordinate -> blob[coordinate] == -1 && blob[coordinate + 1] < 0);
  }

  private static String pem(KeyPair pair) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n"
        + lines.encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** The public key as SSH writes it: the algorithm, the curve and the point. */
  static byte[] blob(ECPublicKey key) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    field(out, ("ecdsa-sha2-" + CURVE).getBytes(StandardCharsets.US_ASCII));
    field(out, CURVE.getBytes(StandardCharsets.US_ASCII));
    var point = new ByteArrayOutputStream();
    point.write(4);
    point.writeBytes(coordinate(key.getW().getAffineX()));
    point.writeBytes(coordinate(key.getW().getAffineY()));
    field(out, point.toByteArray());
    return bytes.toByteArray();
  }

  private static void field(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private static byte[] coordinate(BigInteger number) {
    var signed = number.toByteArray();
    var bytes = new byte[COORDINATE];
    int length = Math.min(signed.length, COORDINATE);
    System.arraycopy(signed, signed.length - length, bytes, COORDINATE - length, length);
    return bytes;
  }

  /** Nobody else can read what is written, not even for a moment. */
  private void write(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    restrict(file, "rw-------");
    Files.writeString(file, content);
  }

  /** Only the folder's owner gets in, also where somebody else starts the node. */
  private void restrict(Path path, String permissions) throws IOException {
    var store = Files.getFileStore(path);
    if (store.supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
    var owner = Files.getOwner(folder);
    if (!owner.equals(Files.getOwner(path))) {
      Files.setOwner(path, owner);
    }
  }
}
