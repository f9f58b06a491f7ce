package org.crmportal.jobs.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.crmportal.jobs.internal.csv.CsvImportsImpl;
import org.crmportal.jobs.internal.csv.ImportRunner;
import org.crmportal.journal.internal.JournalImpl;
import org.crmportal.journal.internal.Listeners;
import org.crmportal.persistence.internal.ThreadCallers;
import org.crmportal.persistence.internal.TransactionsImpl;
import org.crmportal.persistence.internal.duplicates.DuplicatesImpl;
import org.crmportal.persistence.internal.records.KnownTypes;
import org.crmportal.persistence.internal.records.RecordsImpl;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.People;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;

/** A node over a database: everything that jobs stand on, and one user who asks for them. */
final class TestNode implements AutoCloseable, KnownTypes, RecordTypes, Authenticator, People {

  static final UUID ANN = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000001");

  final Map<String, Scope> grants =
      new ConcurrentHashMap<>(
          Map.of(
              "gadgets:import", Scope.ALL,
              "gadgets:create", Scope.ALL,
              "gadgets:read", Scope.ALL,
              "jobs:read", Scope.OWN,
              "jobs:update", Scope.OWN));
  final Map<String, RecordService<?, ?>> services = new ConcurrentHashMap<>();
  final ThreadCallers callers = new ThreadCallers();
  final TransactionsImpl transactions;
  final RecordsImpl records;
  final JobsImpl jobs;
  final CsvImportsImpl imports;
  volatile boolean annIsActive = true;
  private final HikariDataSource pool = new HikariDataSource();

  TestNode(DataSource admin) {
    pool.setDataSource(admin);
    pool.setMaximumPoolSize(6);
    transactions = new TransactionsImpl(pool);
    records = new RecordsImpl(transactions, callers, this);
    var listeners = new Listeners(transactions);
    var journal = new JournalImpl(transactions, callers, listeners);
    var gadgets = new Gadgets(transactions, callers, records);
    services.put("gadget", gadgets);
    services.put("job", new JobRecords(records));
    jobs = new JobsImpl(admin, admin, transactions, callers, this, records, journal);
    imports = new CsvImportsImpl(jobs, callers);
    var duplicates = new DuplicatesImpl(transactions, this, records, callers, this);
    jobs.bindRunner(new ImportRunner(transactions, callers, this, duplicates));
  }

  <R> R asAnn(Supplier<R> work) {
    return callers.call(impersonate(ANN, new Origin(null, null, "test")), work);
  }

  @Override
  public Optional<String> name(UUID id) {
    return Optional.empty();
  }

  @Override
  public Optional<UUID> withEmail(String email) {
    return Optional.empty();
  }

  @Override
  public List<UUID> inRole(String role) {
    return List.of();
  }

  @Override
  public Caller authenticate(String token, Origin origin) {
    throw CrmException.unauthenticated("no tokens here");
  }

  @Override
  public Caller impersonate(UUID userId, Origin origin) {
    if (!annIsActive) {
      throw CrmException.unauthenticated("not active");
    }
    return new User(userId, "Ann", origin, grants);
  }

  private record User(UUID id, String name, Origin origin, Map<String, Scope> grants)
      implements Caller {

    @Override
    public boolean may(String permission) {
      return grants.get(permission) == Scope.ALL;
    }

    @Override
    public Scope scope(String resource, String action) {
      return grants.getOrDefault(resource + ":" + action, Scope.NONE);
    }

    @Override
    public Set<UUID> team() {
      return Set.of(id);
    }
  }

  @Override
  public Optional<RecordService<?, ?>> named(String name) {
    return Optional.ofNullable(services.get(name));
  }

  @Override
  public Optional<RecordService<?, ?>> at(String path) {
    return all().stream().filter(service -> service.type().path().equals(path)).findFirst();
  }

  @Override
  public Collection<RecordService<?, ?>> all() {
    return new TreeMap<>(services).values();
  }

  @Override
  public Optional<RecordType<?, ?>> known(String name) {
    return named(name).map(RecordService::type);
  }

  @Override
  public List<RecordType<?, ?>> running() {
    return all().stream().<RecordType<?, ?>>map(RecordService::type).toList();
  }

  @Override
  public void close() {
    jobs.close();
    pool.close();
  }
}
