package org.crmportal.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PulseTest {

  private final TestDatabase database = TestDatabase.empty();
  private final Tracked watched = new Tracked(new SlowStatements());

  PulseTest() {
    watched.setUrl(database.url());
    watched.setUser(database.user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aLongStatementOfADatabaseThatAnswersIsLeftAlone() throws Exception {
    try (var pulse = new Pulse(probe(database.url()), watched)) {
      assertThat(pulse).isNotNull();
      assertThat(sleeping(5).get(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void whoWaitsForASilentDatabaseIsToldSoon() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var pulse = new Pulse(probe(url(silent)), watched)) {
      assertThat(pulse).isNotNull();
      assertThatThrownBy(() -> sleeping(60).get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .rootCause()
          .hasMessageContaining("closed");
    }
  }

  @Test
  void aDatabaseThatRefusesIsNotSilent() throws Exception {
    try (var pulse = new Pulse(probe(nobody()), watched)) {
      assertThat(pulse).isNotNull();
      assertThat(sleeping(4).get(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private CompletableFuture<Boolean> sleeping(int seconds) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (var connection = watched.getConnection();
              var statement = connection.createStatement()) {
            return statement.execute("SELECT pg_sleep(" + seconds + ")");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private PGSimpleDataSource probe(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(database.user());
    source.setConnectTimeout(1);
    source.setSocketTimeout(1);
    return source;
  }

  private static String url(ServerSocket server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/crm";
  }

  private static String nobody() throws IOException {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return url(closed);
    }
  }
}
