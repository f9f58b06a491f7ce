package org.crmportal.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.DatabaseAddress;

/** PgBouncer in front of a database, sharing five connections between transactions. */
final class Pooler implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
  private static final String SETTINGS =
      """
      [databases]
      crm = %s connect_query='set statement_timeout = 30000; set lock_timeout = 10000'

      [pgbouncer]
      listen_addr = 127.0.0.1
      listen_port = %d
      unix_socket_dir =
      auth_type = scram-sha-256
      auth_file = %s
      pool_mode = transaction
      default_pool_size = 5
      max_client_conn = 100
      ignore_startup_parameters = extra_float_digits
      """;

  private final Process process;
  private final int port;

  private Pooler(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean possible() {
    return Files.isExecutable(PROGRAM);
  }

  static Pooler before(DatabaseAddress database, Path folder) throws IOException {
    var open = PosixFilePermissions.fromString("rwxr-xr-x");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(open));
    int port = CrmNode.freePort();
    var users = folder.resolve("users.txt");
    Files.writeString(users, "\"%s\" \"%s\"\n".formatted(database.user(), database.password()));
    var settings = folder.resolve("pgbouncer.ini");
    Files.writeString(settings, SETTINGS.formatted(target(database.url()), port, users));
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      // It does not run as root.
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.addAll(List.of(PROGRAM.toString(), settings.toString()));
    var log = folder.resolve("pgbouncer.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    Wait.until("it listens", Duration.ofSeconds(20), () -> listens(port));
    return new Pooler(process, port);
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** The database's place in PgBouncer's words. */
  private static String target(String url) {
    var parts = url.replaceFirst("^jdbc:postgresql://", "").split("[:/?]", 4);
    return "host=%s port=%s dbname=%s".formatted(parts[0], parts[1], parts[2]);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/crm";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
