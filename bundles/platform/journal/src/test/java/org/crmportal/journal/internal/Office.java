package org.crmportal.journal.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.persistence.internal.records.KnownTypes;
import org.crmportal.persistence.internal.records.RecordsImpl;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.platform.People;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;

/** Two sellers with an account each, and their boss, who write activities. */
final class Office implements AutoCloseable, KnownTypes, RecordTypes, People {

  final JournalFixture it = new JournalFixture();
  final RecordsImpl records = new RecordsImpl(it.transactions, it.callers, this);
  final Map<String, RecordService<?, ?>> running = new HashMap<>();
  final ActivityServiceImpl activities =
      new ActivityServiceImpl(it.transactions, it.callers, records, this, this, it.journal);
  final Seller ann = new Seller(it.user, Scope.OWN);
  final Seller bob = new Seller(UUID.randomUUID(), Scope.OWN);
  final Seller boss = new Seller(UUID.randomUUID(), Scope.ALL);
  final UUID annsAccount = UUID.randomUUID();
  final UUID bobsAccount = UUID.randomUUID();

  Office() {
    it.database.execute(Account.TABLE);
    for (var seller : List.of(bob, boss)) {
      it.database.execute(
          "insert into users (id, email, password_hash, full_name) values ('%1$s', '%1$s@x.org',"
                  .formatted(seller.id())
              + " 'x', 'Somebody')");
    }
    account(annsAccount, ann);
    account(bobsAccount, bob);
    running.put("account", new Account.Service(records));
  }

  /** Somebody with one scope for everything, who may administer nothing. */
  record Seller(UUID id, Scope everything) implements Caller {
    @Override
    public String name() {
      return "Somebody";
    }

    @Override
    public boolean may(String permission) {
      return false;
    }

    @Override
    public Scope scope(String resource, String action) {
      return resource.equals("accounts") ? everything : Scope.NONE;
    }

    @Override
    public Set<UUID> team() {
      return Set.of(id);
    }

    @Override
    public Origin origin() {
      return new Origin(null, null, "request");
    }
  }

  <R> R as(Caller caller, Supplier<R> work) {
    return it.callers.call(caller, work);
  }

  private void account(UUID id, Seller owner) {
    it.database.execute(
        "insert into accounts (id, owner_id) values ('%s', '%s')".formatted(id, owner.id()));
  }

  @Override
  public Optional<RecordType<?, ?>> known(String name) {
    return named(name).map(RecordService::type);
  }

  @Override
  public List<RecordType<?, ?>> running() {
    return running.values().stream().<RecordType<?, ?>>map(RecordService::type).toList();
  }

  @Override
  public Optional<RecordService<?, ?>> named(String name) {
    return Optional.ofNullable(running.get(name));
  }

  @Override
  public Optional<RecordService<?, ?>> at(String path) {
    return Optional.empty();
  }

  @Override
  public Collection<RecordService<?, ?>> all() {
    return running.values();
  }

  @Override
  public Optional<String> name(UUID id) {
    return List.of(ann, bob, boss).stream()
        .filter(seller -> seller.id().equals(id))
        .map(Caller::name)
        .findFirst();
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
  public void close() {
    it.close();
  }
}
