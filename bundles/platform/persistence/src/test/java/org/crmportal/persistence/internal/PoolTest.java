package org.crmportal.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.crmportal.platform.DatabaseAddress;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class PoolTest {

  private final Map<String, DataSource> published = new HashMap<>();
  private TestDatabase database;
  private Pool pool;

  @BeforeEach
  void open() {
    database = TestDatabase.empty();
    pool = new Pool(context(), address(), config(Map.of("max_connections", 4)));
  }

  @AfterEach
  void close() {
    pool.close();
    database.close();
  }

  @Test
  void connectionsInUseLiveOnWhenItShrinks() throws SQLException {
    var used = new ArrayList<Connection>();
    for (int i = 0; i < 4; i++) {
      used.add(taken());
    }
    var before = one(used.get(0), "select pg_backend_pid()");

    pool.change(config(Map.of("max_connections", 2, "wait_milliseconds", 250)));

    for (var connection : used) {
      assertThat(one(connection, "select 1")).isEqualTo("1");
    }
    assertThat(one(used.get(0), "select pg_backend_pid()")).isEqualTo(before);
    for (var connection : used) {
      connection.close();
    }
    used.set(0, taken());
    used.set(1, taken());
    assertThatThrownBy(this::taken).isInstanceOf(SQLTransientConnectionException.class);
    used.get(0).close();
    used.get(1).close();
  }

  @Test
  void itGrowsForWhoWaits() throws SQLException {
    pool.change(config(Map.of("max_connections", 6)));

    var used = new ArrayList<Connection>();
    for (int i = 0; i < 6; i++) {
      used.add(taken());
    }
    assertThat(used).hasSize(6);
    for (var connection : used) {
      connection.close();
    }
  }

  @Test
  void anotherStatementTimeoutIsForConnectionsThatAreTakenLater() throws SQLException {
    try (var used = taken()) {
      assertThat(one(used, "show statement_timeout")).isEqualTo("30s");
      pool.change(config(Map.of("max_connections", 4, "statement_timeout_seconds", 7)));
      assertThat(one(used, "show statement_timeout")).isEqualTo("30s");
    }
    try (var next = taken()) {
      assertThat(one(next, "show statement_timeout")).isEqualTo("7s");
    }
  }

  @Test
  void theDriversOwnConnectionIsBehindATimedOne() throws SQLException {
    try (var connection = taken();
        var statement = connection.prepareStatement("select ?")) {
      statement.setObject(1, "a");
      assertThat(connection.unwrap(org.postgresql.PGConnection.class).getBackendPID()).isPositive();
      assertThat(statement.getConnection()).isEqualTo(connection);
      try (var row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
      }
    }
  }

  private Connection taken() throws SQLException {
    return published.get("crm-pool").getConnection();
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private DatabaseAddress address() {
    return new DatabaseAddress() {
      @Override
      public String url() {
        return database.url();
      }

      @Override
      public String user() {
        return database.user();
      }

      @Override
      public String password() {
        return "";
      }
    };
  }

  private BundleContext context() {
    return fake(
        BundleContext.class,
        (proxy, method, arguments) -> {
          var properties = arguments.length < 3 ? null : (Dictionary<?, ?>) arguments[2];
          if (properties != null && arguments[1] instanceof DataSource source) {
            published.put((String) properties.get("osgi.jndi.service.name"), source);
          }
          return fake(ServiceRegistration.class, (p, m, a) -> null);
        });
  }

  private static Pool.Config config(Map<String, ?> set) {
    return fake(
        Pool.Config.class,
        (proxy, method, arguments) ->
            set.containsKey(method.getName())
                ? set.get(method.getName())
                : method.getDefaultValue());
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
