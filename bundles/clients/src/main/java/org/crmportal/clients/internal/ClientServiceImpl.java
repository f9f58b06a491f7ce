package org.crmportal.clients.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientMerge;
import org.crmportal.clients.ClientService;
import org.crmportal.clients.NewClient;
import org.crmportal.clients.Overview;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for clients, on top of the persistence unit {@code clients}. */
@Component(service = {ClientService.class, RecordService.class})
public final class ClientServiceImpl implements ClientService {

  static final Stored<Client, ClientEntity> STORED =
      new Stored<>(Client.TYPE, ClientEntity.class, ClientEntity::toClient);

  private final UnitOfWork work;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final ClientChecks checks;
  private final ClientParts parts;
  private final ClientMerging merging;
  private final Clock clock = Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());

  @Activate
  public ClientServiceImpl(
      @Reference(target = "(osgi.unit.name=clients)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference ClientChecks checks,
      @Reference ClientParts parts,
      @Reference ClientMerging merging) {
    this.work = units.of(unit);
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.checks = checks;
    this.parts = parts;
    this.merging = merging;
  }

  @Override
  public RecordType<Client, NewClient> type() {
    return Client.TYPE;
  }

  @Override
  public Client get(UUID id) {
    return records.get(Client.TYPE, id);
  }

  @Override
  public Page<Client> find(ListQuery query) {
    return records.find(Client.TYPE, query);
  }

  @Override
  public Client create(NewClient draft, Creation how) {
    return work.tx(em -> begin(em, new Prospect(draft, null), how, Set.of()));
  }

  @Override
  public Client win(Prospect prospect, Set<UUID> ignoring) {
    return work.tx(em -> begin(em, prospect, Creation.NEW, ignoring));
  }

  private Client begin(EntityManager em, Prospect prospect, Creation how, Set<UUID> ignoring) {
    checks.begin(prospect.fields(), how, ignoring);
    var now = clock.instant();
    var created = how.history().get("created_at") instanceof Instant then ? then : now;
    var entity = new ClientEntity(prospect.fields(), callers.current().id(), created, now);
    work.persist(entity);
    var client = journal.created(Client.TYPE, entity.toClient(), Entry.of(how));
    contacts(em, now).begin(entity, prospect.jobTitle());
    return client;
  }

  private ClientContacts contacts(EntityManager em, Instant now) {
    return new ClientContacts(work, em, journal, callers, now);
  }

  @Override
  public Client update(UUID id, @Nullable Long version, Function<Client, NewClient> change) {
    return update(id, version, change, false);
  }

  @Override
  public Client update(
      UUID id, @Nullable Long version, Function<Client, NewClient> change, boolean allowDuplicate) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = entity.toClient();
          var draft = change.apply(before);
          if (draft.equals(Client.TYPE.draft(before))) {
            return before;
          }
          checks.change(before, draft, allowDuplicate);
          var now = clock.instant();
          entity.change(draft, now);
          em.flush();
          contacts(em, now).follow(entity, null);
          return journal.changed(Client.TYPE, before, entity.toClient(), Entry.of("updated"));
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "delete");
          var before = entity.toClient();
          checks.delete(before);
          var now = clock.instant();
          entity.delete(now, now);
          contacts(em, now).deleteWith(entity);
          return journal.deleted(Client.TYPE, before, Entry.of("deleted"));
        });
  }

  @Override
  public Client restore(UUID id) {
    return work.tx(
        em -> {
          var entity = work.lockDeleted(STORED, id, null, "delete");
          var before = entity.toClient();
          return before.deletedAt() == null ? before : restore(em, entity, before);
        });
  }

  private Client restore(EntityManager em, ClientEntity entity, Client before) {
    checks.restore(before);
    var now = clock.instant();
    entity.delete(null, now);
    contacts(em, now).restoreWith(entity, Objects.requireNonNull(before.deletedAt()));
    return journal.changed(Client.TYPE, before, entity.toClient(), Entry.of("restored"));
  }

  @Override
  public Client enrich(UUID client, Prospect prospect) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, client, null, "read");
          var before = entity.toClient();
          var now = clock.instant();
          ClientMerging.fill(entity, prospect.fields(), now);
          contacts(em, now).meet(entity, Person.of(prospect.fields()), prospect.jobTitle());
          em.flush();
          return journal.changed(Client.TYPE, before, entity.toClient(), Entry.of("updated"));
        });
  }

  @Override
  public ClientMerge merge(UUID from, @Nullable Long version, UUID into, boolean dryRun) {
    return work.tx(
        em -> {
          var pair = merging.lock(work, new ClientMerging.Pair(from, version, into));
          var contacts = contacts(em, clock.instant());
          return dryRun ? merging.count(pair, contacts) : merging.move(em, pair, contacts);
        });
  }

  @Override
  public Overview overview(UUID id) {
    return parts.overview(get(id));
  }
}
