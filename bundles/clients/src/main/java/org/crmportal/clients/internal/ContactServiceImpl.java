package org.crmportal.clients.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.crmportal.clients.Client;
import org.crmportal.clients.Contact;
import org.crmportal.clients.ContactService;
import org.crmportal.clients.NewContact;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
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

/** The rules for contacts; whoever changes one has its client locked first. */
@Component(service = {ContactService.class, RecordService.class})
public final class ContactServiceImpl implements ContactService {

  private static final Stored<Contact, ContactEntity> STORED =
      new Stored<>(Contact.TYPE, ContactEntity.class, ContactEntity::toContact);

  private final UnitOfWork work;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final ClientChecks checks;
  private final Clock clock = Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());

  @Activate
  public ContactServiceImpl(
      @Reference(target = "(osgi.unit.name=clients)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference ClientChecks checks) {
    this.work = units.of(unit);
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.checks = checks;
  }

  @Override
  public RecordType<Contact, NewContact> type() {
    return Contact.TYPE;
  }

  @Override
  public Contact get(UUID id) {
    return records.get(Contact.TYPE, id);
  }

  @Override
  public Page<Contact> find(ListQuery query) {
    return records.find(Contact.TYPE, query);
  }

  /** One change of a contact: its client, locked, and the people there. */
  private record At(ClientEntity client, Client before, ClientContacts contacts) {}

  private At at(EntityManager em, UUID client) {
    records.get(Client.TYPE, client);
    var entity = em.find(ClientEntity.class, client, LockModeType.PESSIMISTIC_WRITE);
    var contacts = new ClientContacts(work, em, journal, callers, clock.instant());
    return new At(entity, entity.toClient(), contacts);
  }

  /** Lets the client show its primary contact, and tells it. */
  private void settle(EntityManager em, At at, boolean allowDuplicate) {
    at.contacts().settle(at.client());
    checks.change(at.before(), Client.TYPE.draft(at.client().toClient()), allowDuplicate);
    em.flush();
    journal.changed(Client.TYPE, at.before(), at.client().toClient(), Entry.of("updated"));
  }

  @Override
  public Contact create(NewContact draft, Creation how) {
    if (!how.imported() && !callers.current().may("contacts:create")) {
      throw CrmException.forbidden("contacts:create");
    }
    return work.tx(
        em -> {
          var at = at(em, draft.clientId());
          if (draft.isPrimary()) {
            demote(at);
          }
          var entity = at.contacts().add(draft, Entry.of(how));
          settle(em, at, how.allowDuplicate());
          return entity.toContact();
        });
  }

  /** Another contact takes the lead from the primary one, which the caller may have to change. */
  private void demote(At at) {
    var primary = at.contacts().primary(at.client().id());
    primary.ifPresent(old -> records.require(Contact.TYPE, old.id(), "update"));
    at.contacts().demote(at.client().id());
  }

  @Override
  public Contact update(UUID id, @Nullable Long version, Function<Contact, NewContact> change) {
    return update(id, version, change, false);
  }

  @Override
  public Contact update(
      UUID id,
      @Nullable Long version,
      Function<Contact, NewContact> change,
      boolean allowDuplicate) {
    return work.tx(
        em -> {
          var at = at(em, records.get(Contact.TYPE, id).clientId());
          var entity = work.lock(STORED, id, version, "update");
          var before = entity.toContact();
          var draft = checked(before, change.apply(before));
          if (draft.equals(Contact.TYPE.draft(before))) {
            return before;
          }
          if (draft.isPrimary() && !before.isPrimary()) {
            demote(at);
          }
          at.contacts().change(entity, contact -> contact.change(draft, clock.instant()));
          settle(em, at, allowDuplicate);
          return entity.toContact();
        });
  }

  private static NewContact checked(Contact before, NewContact draft) {
    if (!draft.clientId().equals(before.clientId())) {
      throw CrmException.invalid("client_id", "read_only", "a contact stays with its client");
    }
    if (before.isPrimary() && !draft.isPrimary()) {
      throw CrmException.invalid("is_primary", "required", "make another contact primary instead");
    }
    return draft;
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(
        em -> {
          var at = at(em, records.get(Contact.TYPE, id).clientId());
          var entity = work.lock(STORED, id, version, "delete");
          var before = entity.toContact();
          var now = clock.instant();
          entity.lead(false, now);
          entity.delete(now, now);
          em.flush();
          settle(em, at, true);
          return journal.deleted(Contact.TYPE, before, Entry.of("deleted"));
        });
  }

  @Override
  public Contact restore(UUID id) {
    return work.tx(
        em -> {
          records.require(Contact.TYPE, id, "delete");
          var at = at(em, em.find(ContactEntity.class, id).clientId());
          var entity = work.lockDeleted(STORED, id, null, "delete");
          var before = entity.toContact();
          if (before.deletedAt() == null) {
            return before;
          }
          entity.delete(null, clock.instant());
          em.flush();
          journal.changed(Contact.TYPE, before, entity.toContact(), Entry.of("restored"));
          settle(em, at, true);
          return entity.toContact();
        });
  }
}
