package org.crmportal.persistence.internal.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.crmportal.persistence.internal.ThreadCallers;
import org.crmportal.persistence.internal.TransactionsImpl;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;
import org.crmportal.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the tests, and the records in it. */
final class Shop implements AutoCloseable, KnownTypes {

  private final TestDatabase database = TestDatabase.migrated();
  private final HikariDataSource pool;
  private final Map<String, RecordType<?, ?>> known = new TreeMap<>();
  private final Map<String, RecordType<?, ?>> running = new TreeMap<>();
  final Transactions transactions;
  final ThreadCallers callers = new ThreadCallers();
  final RecordsImpl records;

  Shop() {
    database.execute(Deal.TABLES);
    var config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setMaximumPoolSize(3);
    pool = new HikariDataSource(config);
    transactions = new TransactionsImpl(pool);
    records = node();
    start(Firm.TYPE);
    start(Deal.TYPE);
    start(Remark.TYPE);
  }

  /** Another node on the same database. */
  RecordsImpl node() {
    return new RecordsImpl(transactions, callers, this);
  }

  void start(RecordType<?, ?> type) {
    known.put(type.name(), type);
    running.put(type.name(), type);
  }

  void stop(RecordType<?, ?> type) {
    running.remove(type.name());
  }

  void forget(RecordType<?, ?> type) {
    stop(type);
    known.remove(type.name());
  }

  <R> R as(Caller caller, Supplier<R> work) {
    return callers.call(caller, work);
  }

  <R> R asSystem(Supplier<R> work) {
    return as(callers.system("test"), work);
  }

  void run(String sql, @Nullable Object... values) {
    transactions.tx(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return statement.execute();
          }
        });
  }

  /** Leaves tables and indexes as the server's own housekeeping does. */
  void tidyUp() {
    database.execute("VACUUM ANALYZE");
  }

  String ask(String sql) {
    return transactions.read(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            var lines = new StringBuilder();
            while (rows.next()) {
              lines.append(rows.getString(1)).append('\n');
            }
            return lines.toString().strip();
          }
        });
  }

  @Override
  public Optional<RecordType<?, ?>> known(String name) {
    return Optional.ofNullable(known.get(name));
  }

  @Override
  public List<RecordType<?, ?>> running() {
    return List.copyOf(running.values());
  }

  @Override
  public void close() throws SQLException {
    pool.close();
    database.close();
  }
}
