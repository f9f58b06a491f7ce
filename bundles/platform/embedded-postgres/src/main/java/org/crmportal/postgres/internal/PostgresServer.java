package org.crmportal.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL in a folder: started, kept alive on the same port, stopped. Needs no OSGi. */
public final class PostgresServer implements DatabaseAddress, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final int LOOK_MILLISECONDS = 250;
  private static final int LONGEST_PAUSE_LOOKS = 120;

  private final Cluster cluster;
  private final Postmaster postmaster;
  private final int port;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "postgres-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> looking;
  private ProcessHandle process;
  private boolean closed;
  private int failures;
  private int looksToSkip;

  /** Starts the server in the folder, which is made where it is not there. */
  public static PostgresServer start(Path folder) throws IOException, SQLException {
    var home = Files.createDirectories(folder).toRealPath();
    var programs = new Programs(home.resolve("programs-" + Programs.VERSION));
    programs.unpack();
    var cluster = new Cluster(home);
    var commands = Commands.in(home, programs);
    cluster.prepare(commands);
    var postmaster = new Postmaster(cluster, commands);
    var orphan = postmaster.running();
    if (orphan.isPresent()) {
      LOG.warn("PostgreSQL {} was left running by a node that was killed", orphan.get().pid());
      postmaster.stop();
    }
    var port = cluster.choosePort();
    cluster.configure(port);
    return new PostgresServer(cluster, postmaster, port);
  }

  private PostgresServer(Cluster cluster, Postmaster postmaster, int port)
      throws IOException, SQLException {
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.port = port;
    process = postmaster.start();
    createDatabase();
    looking =
        watch.scheduleWithFixedDelay(
            this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    LOG.info("PostgreSQL {} runs on port {}", process.pid(), port);
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/crm".formatted(port);
  }

  @Override
  public String user() {
    return "crm";
  }

  @Override
  public String password() {
    return password("crm");
  }

  /** Whether it runs now. */
  public synchronized boolean isRunning() {
    return postmaster.isRunning(process);
  }

  /** The process that was started last. */
  public synchronized ProcessHandle process() {
    return process;
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    looking.cancel(false);
    watch.shutdown();
    postmaster.stop();
    LOG.info("PostgreSQL stopped");
  }

  private synchronized void look() {
    if (closed || postmaster.isRunning(process) || looksToSkip-- > 0) {
      return;
    }
    try {
      LOG.warn("PostgreSQL {} is gone: starting it again", process.pid());
      process = postmaster.start();
      failures = 0;
      LOG.info("PostgreSQL {} runs on port {}", process.pid(), port);
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL did not start again", e);
      failures++;
      looksToSkip = Math.min(1 << Math.min(failures, 10), LONGEST_PAUSE_LOOKS);
    }
  }

  /** The application's role owns its database and nothing else. */
  private void createDatabase() throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port));
    source.setUser("postgres");
    source.setPassword(password("postgres"));
    source.setConnectTimeout(10);
    source.setSocketTimeout(60);
    try (var connection = source.getConnection()) {
      if (!exists(connection, "select from pg_roles where rolname = 'crm'")) {
        execute(connection, "create role crm login password '" + password("crm") + "'");
      }
      if (!exists(connection, "select from pg_database where datname = 'crm'")) {
        execute(connection, "create database crm owner crm");
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String password(String role) {
    try {
      return cluster.password(role);
    } catch (IOException e) {
      throw new IllegalStateException("the password file of PostgreSQL cannot be read", e);
    }
  }
}
