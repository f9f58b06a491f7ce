package org.crmportal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for all tests of a JVM: it starts with the first test that asks and goes with the
 * JVM. Nothing in it is meant to last, so it does not wait for the disk.
 */
public final class TestPostgres {

  private static final String DATA = "crm-test-postgres-data-";
  private static final String USER = "crm";

  private final PostgresPrograms programs;
  private final Path data;
  private final int port;

  private TestPostgres() {
    try {
      programs = new PostgresPrograms(PostgresFiles.programs());
      removeLeftovers();
      data = PostgresFiles.folder(DATA + PostgresFiles.userName() + ProcessHandle.current().pid());
      programs.give(data);
      port = freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
    start();
  }

  /** Returns the running server. */
  public static TestPostgres get() {
    return Holder.SERVER;
  }

  /** Returns plain connections to the database with this name. */
  public PGSimpleDataSource dataSource(String database) {
    var source = new PGSimpleDataSource();
    source.setURL(url(database));
    source.setUser(user());
    return source;
  }

  /** Returns the JDBC address of the database with this name. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?stringtype=unspecified";
  }

  /** Returns the user who owns every database; there is no password. */
  public String user() {
    return USER;
  }

  /** Runs one statement outside every test's database, such as CREATE DATABASE. */
  void execute(String sql) {
    try (var connection = dataSource("postgres").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void start() {
    programs.run(
        "initdb",
        ("-U " + USER + " -A trust -E UTF8 --locale=C --no-sync --no-instructions")
            .concat(" --locale-provider=builtin --builtin-locale=C.UTF-8 -D " + data)
            .split(" "));
    programs.run(
        "pg_ctl",
        "start",
        "--wait",
        "-D",
        data.toString(),
        "-l",
        data.resolve("server.log").toString(),
        "-o",
        ("-p "
                + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC")
            + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            + " -c max_connections=200");
  }

  private void stop(Path folder) {
    programs.attempt("pg_ctl", "stop", "--wait", "-m", "immediate", "-D", folder.toString());
    PostgresFiles.delete(folder);
  }

  /** A JVM that was killed could not stop its server. */
  private void removeLeftovers() throws IOException {
    var mine = DATA + PostgresFiles.userName();
    try (var folders = Files.newDirectoryStream(PostgresFiles.temporary(), mine + "*")) {
      for (var folder : folders) {
        var jvm = Long.parseLong(folder.getFileName().toString().substring(mine.length()));
        if (ProcessHandle.of(jvm).isEmpty()) {
          stop(folder);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static final class Holder {
    static final TestPostgres SERVER = new TestPostgres();
  }
}
