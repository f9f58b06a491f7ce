package org.crmportal.postgres.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;

/** The files of one PostgreSQL: its data, its passwords, its port. They outlive every restart. */
final class Cluster {

  static final String MAJOR_VERSION = "18";

  private static final String SETTINGS =
      """
      # Written by CRM Portal at every start; put your own settings into the database: ALTER SYSTEM.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 100
      fsync = on
      synchronous_commit = on
      recovery_init_sync_method = syncfs
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgresql-%%a.log'
      log_rotation_age = 1d
      log_truncate_on_rotation = on
      """;

  private final Path folder;

  Cluster(Path folder) {
    this.folder = folder;
  }

  /** Whether the file is somewhere in the folder. */
  boolean holds(Path file) {
    return file.startsWith(folder);
  }

  Path data() {
    return folder.resolve("data");
  }

  Path startLog() {
    return folder.resolve("start.log");
  }

  String password(String role) throws IOException {
    return Files.readString(passwordFile(role)).strip();
  }

  /** Makes what is not there yet; a first start that was killed half-way begins anew. */
  void prepare(Commands commands) throws IOException {
    createPassword("postgres");
    createPassword("crm");
    if (!Files.exists(data())) {
      var unfinished = folder.resolve("data.new");
      delete(unfinished);
      initialise(commands, unfinished);
      Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }
    var version = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new IOException(
          "%s was written by PostgreSQL %s, this is %s".formatted(data(), version, MAJOR_VERSION));
    }
  }

  private void initialise(Commands commands, Path data) throws IOException {
    commands.run(
        Duration.ofMinutes(3),
        "initdb",
        "--pgdata=" + data,
        "--username=postgres",
        "--pwfile=" + passwordFile("postgres"),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        // PostgreSQL's own collation sorts alike on every system.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
    Files.writeString(
        data.resolve("postgresql.conf"), "\ninclude = 'crm.conf'\n", StandardOpenOption.APPEND);
  }

  void configure(int port) throws IOException {
    Files.writeString(data().resolve("crm.conf"), SETTINGS.formatted(port));
  }

  /** The port of last time where it is still free, so that tools find the database again. */
  int choosePort() throws IOException {
    var file = folder.resolve("port");
    var last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    var port = free(last);
    if (port != last) {
      Files.writeString(file, port + "\n");
    }
    return port;
  }

  private static int free(int wanted) throws IOException {
    try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return free(0);
    }
  }

  private Path passwordFile(String role) {
    return folder.resolve(role + ".password");
  }

  private void createPassword(String role) throws IOException {
    var file = passwordFile(role);
    if (Files.exists(file) && Files.size(file) > 0) {
      return;
    }
    var secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
