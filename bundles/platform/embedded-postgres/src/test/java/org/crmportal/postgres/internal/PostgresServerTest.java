package org.crmportal.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, as a node has: the programs are unpacked and the data made once. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PostgresServerTest {

  @TempDir private static Path folder;

  @Test
  void itAsksForThePasswordThatItMade() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      assertThat(query(server, "select current_user")).isEqualTo("crm");
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "crm", "guessed"))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("28P01");
    }
  }

  @Test
  void itsPasswordsAreForTheOwnerOfTheFolderOnly() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      assertThat(server.password()).hasSizeGreaterThan(30);
      for (var file : new String[] {"crm.password", "postgres.password"}) {
        var permissions = Files.getPosixFilePermissions(folder.resolve(file));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      assertThat(query(server, "show fsync")).isEqualTo("on");
      assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(server, "show full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void theApplicationIsNoSuperuser() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      assertThat(query(server, "show is_superuser")).isEqualTo("off");
    }
  }

  @Test
  void itSortsAndFoldsTextAlikeOnEverySystem() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      assertThat(query(server, "select upper('élan')")).isEqualTo("ÉLAN");
    }
  }

  @Test
  void aRestartKeepsDataAndPort() throws Exception {
    String url;
    try (var server = PostgresServer.start(folder)) {
      url = server.url();
      execute(server, "create table kept as select 42 as answer");
    }
    try (var server = PostgresServer.start(folder)) {
      assertThat(server.url()).isEqualTo(url);
      assertThat(query(server, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aKilledServerIsBackOnItsPortWithItsData() throws Exception {
    try (var server = PostgresServer.start(folder)) {
      execute(server, "create table survived as select 7 as answer");
      var killed = server.process();
      killed.destroyForcibly();
      assertThat(queryUntilAnswered(server, "select answer from survived")).isEqualTo("7");
      assertThat(server.process().pid()).isNotEqualTo(killed.pid());
    }
  }

  @Test
  void aServerLeftByAKilledJvmIsStoppedAndItsDataTakenOver() throws Exception {
    var orphan = startAndKillNode();
    assertThat(orphan.info().command()).isPresent();
    try (var server = PostgresServer.start(folder)) {
      assertThat(orphan.info().command()).isEmpty();
      assertThat(query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void nothingRunsAfterClose() throws Exception {
    var server = PostgresServer.start(folder);
    assertThat(server.isRunning()).isTrue();
    server.close();
    assertThat(server.isRunning()).isFalse();
  }

  @Test
  void dataOfAnotherVersionIsRefusedUntouched(@TempDir Path other) throws Exception {
    var data = Files.createDirectories(other.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> PostgresServer.start(other)).hasMessageContaining("PostgreSQL 17");
    assertThat(data.toFile().list()).containsExactly("PG_VERSION");
  }

  private static ProcessHandle startAndKillNode() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var node =
        new ProcessBuilder(java, "-cp", path, NodeToKill.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
      var pid = Long.parseLong(reader.readLine());
      node.destroyForcibly().waitFor();
      return ProcessHandle.of(pid).orElseThrow();
    }
  }

  /** The connection is refused or breaks until the server is there again. */
  private static String queryUntilAnswered(PostgresServer server, String sql) throws SQLException {
    var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try {
        return query(server, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.url(), server.user(), server.password());
  }

  private static String query(PostgresServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
