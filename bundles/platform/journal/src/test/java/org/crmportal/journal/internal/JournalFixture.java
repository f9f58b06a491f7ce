package org.crmportal.journal.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.persistence.internal.ThreadCallers;
import org.crmportal.persistence.internal.TransactionsImpl;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;
import org.crmportal.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A journal over a real database, and a user who acts. */
final class JournalFixture implements AutoCloseable {

  final TestDatabase database = TestDatabase.migrated();
  final ThreadCallers callers = new ThreadCallers();
  final TransactionsImpl transactions = new TransactionsImpl(database.dataSource());
  final Listeners listeners =
      new Listeners(
          transactions,
          new ListenerQueue.Limits(50, Duration.ofMillis(300), Duration.ofMillis(500)));
  final JournalImpl journal = new JournalImpl(transactions, callers, listeners);
  final UUID user = UUID.randomUUID();

  JournalFixture() {
    database.execute(
        "insert into users (id, email, password_hash, full_name) values ('%s', '%s', 'x', '%s')"
            .formatted(user, "ann@example.org", "Ann Example"));
  }

  /** A signed-in user who may do everything. */
  record User(UUID id, String name, Origin origin) implements Caller {
    @Override
    public boolean may(String permission) {
      return true;
    }

    @Override
    public Scope scope(String resource, String action) {
      return Scope.ALL;
    }

    @Override
    public Set<UUID> team() {
      return Set.of(id);
    }
  }

  <R> R asUser(Supplier<R> work) {
    return asUserFrom("192.0.2.7", work);
  }

  <R> R asUserFrom(String address, Supplier<R> work) {
    var origin = new Origin(address, "Browser/1.0", "request-1");
    return inTransaction(new User(user, "Ann Example", origin), work);
  }

  <R> R asSystem(Supplier<R> work) {
    return inTransaction(callers.system("scoring"), work);
  }

  <R> R inTransaction(Caller caller, Supplier<R> work) {
    return callers.call(caller, () -> transactions.required(work));
  }

  /** All rows of a query, each as texts by column. */
  List<Map<String, @Nullable String>> rows(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<Map<String, @Nullable String>>();
      while (rows.next()) {
        var row = new LinkedHashMap<String, @Nullable String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, @Nullable String>> audit() {
    return rows("select *, host(ip_address) as address from audit_logs order by created_at");
  }

  List<Map<String, @Nullable String>> activities() {
    return rows("select * from activities order by created_at");
  }

  @Override
  public void close() {
    listeners.close();
    database.close();
  }
}
