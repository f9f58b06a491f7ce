package org.crmportal.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The distribution, running in a process of its own. */
public final class CrmServer implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofMinutes(1);
  private static final Duration SIGN_IN_AGAIN = Duration.ofMinutes(5);

  private final CrmNode node;
  private final Path output;
  private final Process process;
  private @Nullable Api admin;
  private Instant adminSince = Instant.EPOCH;

  CrmServer(CrmNode node, Map<String, String> environment) {
    this.node = node;
    try {
      output = Files.createTempFile(node.folder().getParent(), "output-", ".txt");
      var builder = new ProcessBuilder(home().resolve("bin/crm").toString());
      builder.environment().keySet().removeIf(name -> name.startsWith("CRM_"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      process = builder.start();
      // Nobody types anything: a server runs with its standard input closed.
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server that all test classes share; it stops with the JVM. */
  public static CrmServer shared() {
    return Shared.SERVER;
  }

  static Path home() {
    var home = System.getProperty("crm.home", "../karaf-assembly/target/assembly");
    return Path.of(home).toAbsolutePath().normalize();
  }

  /** The node that runs. */
  public CrmNode node() {
    return node;
  }

  /** The address of the HTTP port, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + node.get("CRM_HTTP_PORT"));
  }

  /** Calls the REST API as nobody; see {@link Api#signIn}. */
  public Api api() {
    return new Api(address());
  }

  /** Calls the REST API as the administrator, who signs in anew only now and then. */
  public synchronized Api admin() {
    if (admin == null || Instant.now().isAfter(adminSince.plus(SIGN_IN_AGAIN))) {
      adminSince = Instant.now();
      admin = api().signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    }
    return admin;
  }

  /** What it wrote to standard output and standard error. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it wrote to its log. */
  public String log() {
    try {
      return Files.readString(node.folder().resolve("log/crm.log"));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /** The process of its JVM. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  void awaitReady() {
    try {
      Wait.until("ready or ended", START, () -> isReady() || !process.isAlive());
    } finally {
      if (!isReady()) {
        process.destroyForcibly();
      }
    }
    if (!isReady()) {
      throw new AssertionError("it did not start:\n" + output() + log());
    }
  }

  private boolean isReady() {
    return output().contains("CRM Portal is ready");
  }

  /** Waits for its end and returns its exit status. */
  public int exitStatus() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it did not end within " + STOP + ":\n" + output() + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it as an operator would, with SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    exitStatus();
  }

  /** Kills its JVM without a warning, as a failing machine would. */
  public void kill() {
    process.destroyForcibly();
    exitStatus();
  }

  private static final class Shared {
    static final CrmServer SERVER = start();

    private static CrmServer start() {
      var server = CrmNode.fresh().launch();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.awaitReady();
      return server;
    }
  }
}
