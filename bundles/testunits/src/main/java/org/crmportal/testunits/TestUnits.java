package org.crmportal.testunits;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.crmportal.journal.internal.JournalImpl;
import org.crmportal.journal.internal.Listeners;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.persistence.internal.ThreadBoundDataSource;
import org.crmportal.persistence.internal.ThreadCallers;
import org.crmportal.persistence.internal.TransactionsImpl;
import org.crmportal.persistence.internal.UnitsOfWorkImpl;
import org.crmportal.persistence.internal.duplicates.DuplicatesImpl;
import org.crmportal.persistence.internal.records.RecordsImpl;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.People;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Duplicates;
import org.crmportal.platform.record.Records;
import org.crmportal.testkit.TestDatabase;

/**
 * What the constructor of a module's service asks for, all of it real, on a migrated database of
 * its own and without OSGi: {@code new LeadServiceImpl(units.factory("leads"), units.work(), …)}.
 */
public final class TestUnits implements AutoCloseable {

  private final TestDatabase database = TestDatabase.migrated();
  private final HikariDataSource pool = pool(database);
  private final TransactionsImpl transactions = new TransactionsImpl(pool);
  private final ThreadCallers callers = new ThreadCallers();
  private final TestTypes types = new TestTypes();
  private final Records records = new RecordsImpl(transactions, callers, types);
  private final People people = new TestPeople(transactions);
  private final Listeners listeners = new Listeners(transactions);
  private final Map<String, EntityManagerFactory> factories = new HashMap<>();

  private static HikariDataSource pool(TestDatabase database) {
    var config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setMaximumPoolSize(24);
    config.setMinimumIdle(0);
    config.setConnectionInitSql("set lock_timeout = '10s'");
    return new HikariDataSource(config);
  }

  /** The persistence unit of this name on the class path. */
  public EntityManagerFactory factory(String unit) {
    var source = new ThreadBoundDataSource(pool, transactions);
    return factories.computeIfAbsent(
        unit,
        name ->
            Persistence.createEntityManagerFactory(
                name, Map.of("javax.persistence.nonJtaDataSource", source)));
  }

  public UnitsOfWork work() {
    return new UnitsOfWorkImpl(transactions, records);
  }

  public Transactions transactions() {
    return transactions;
  }

  public Callers callers() {
    return callers;
  }

  public Records records() {
    return records;
  }

  /** The services that run; a test starts its own ones. */
  public TestTypes types() {
    return types;
  }

  public People people() {
    return people;
  }

  public Journal journal() {
    return new JournalImpl(transactions, callers, listeners);
  }

  public Listeners listeners() {
    return listeners;
  }

  public Duplicates duplicates() {
    return new DuplicatesImpl(transactions, types, records, callers, people);
  }

  public TestDatabase database() {
    return database;
  }

  /** Adds a user, who may do everything until a test says otherwise. */
  public TestCaller user(String name, String role) {
    var id = UUID.randomUUID();
    database.execute(
        "insert into users (id, email, password_hash, full_name, role_id) values ('%s', '%s@crm.example', 'x', '%s', (select id from roles where name = '%s'))"
            .formatted(id, id, name, role));
    return new TestCaller(id, name, Set.of(id), Set.of("*"));
  }

  /** Does work as a caller. */
  public <R> R as(Caller caller, Supplier<R> work) {
    return callers.call(caller, work);
  }

  /** The one value that a query gives, as text. */
  public String ask(String sql) {
    return transactions.read(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
          }
        });
  }

  @Override
  public void close() {
    listeners.close();
    factories.values().forEach(EntityManagerFactory::close);
    pool.close();
    database.close();
  }
}
