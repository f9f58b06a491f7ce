package org.crmportal.clients.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.crmportal.clients.Contact;
import org.crmportal.clients.NewContact;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * The people at a client that is locked in the running transaction. It keeps the primary one and
 * the client's own fields equal, whichever of them changed.
 */
final class ClientContacts {

  private static final String OF_CLIENT =
      "select c from ContactEntity c where c.clientId = :client and c.deletedAt is null"
          + " order by c.createdAt, c.id";
  private static final String PRIMARY =
      "select c from ContactEntity c where c.clientId = :client and c.deletedAt is null"
          + " and c.isPrimary = true order by c.createdAt, c.id";
  private static final String DELETED_WITH_CLIENT =
      "select c from ContactEntity c where c.clientId = :client and c.deletedAt = :when"
          + " order by c.createdAt, c.id";

  private final UnitOfWork work;
  private final EntityManager em;
  private final Journal journal;
  private final Callers callers;
  private final Instant now;

  ClientContacts(UnitOfWork work, EntityManager em, Journal journal, Callers callers, Instant now) {
    this.work = work;
    this.em = em;
    this.journal = journal;
    this.callers = callers;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  /** The oldest first. */
  List<ContactEntity> all(UUID client) {
    return em.createQuery(OF_CLIENT, ContactEntity.class)
        .setParameter("client", client)
        .getResultList();
  }

  Optional<ContactEntity> primary(UUID client) {
    return em.createQuery(PRIMARY, ContactEntity.class)
        .setParameter("client", client)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  ContactEntity add(NewContact contact, Entry entry) {
    var entity = new ContactEntity(contact, callers.current().id(), now);
    work.persist(entity);
    journal.created(Contact.TYPE, entity.toContact(), entry);
    return entity;
  }

  /** Changes a contact and tells it. */
  Contact change(ContactEntity contact, Consumer<ContactEntity> change) {
    var before = contact.toContact();
    change.accept(contact);
    em.flush();
    return journal.changed(Contact.TYPE, before, contact.toContact(), Entry.of("updated"));
  }

  /** Keeps the primary contact of a client that has none yet. */
  void begin(ClientEntity client, @Nullable String jobTitle) {
    if (!client.person().nobody()) {
      add(contact(client.id(), client.person(), jobTitle, true), Entry.of("created"));
    }
  }

  /** Lets the primary contact follow the client's fields. */
  void follow(ClientEntity client, @Nullable String jobTitle) {
    var person = client.person();
    var primary = primary(client.id());
    if (primary.isEmpty() && !person.nobody()) {
      add(contact(client.id(), person, jobTitle, true), Entry.of("created"));
    } else if (primary.isPresent() && person.nobody()) {
      change(primary.get(), contact -> contact.lead(false, now));
    } else if (primary.isPresent() && !primary.get().person().equals(person)) {
      change(primary.get(), contact -> contact.know(person, contact.jobTitle(), now));
    }
  }

  /** Keeps a person at a client whose primary contact may be somebody else. */
  void meet(ClientEntity client, Person person, @Nullable String jobTitle) {
    if (person.nobody()) {
      return;
    }
    all(client.id()).stream()
        .filter(contact -> contact.person().same(person))
        .findFirst()
        .ifPresentOrElse(
            contact -> learn(contact, person, jobTitle),
            () -> add(contact(client.id(), person, jobTitle, false), Entry.of("created")));
    settle(client);
  }

  /** Fills what is not known of a contact. */
  private void learn(ContactEntity known, Person person, @Nullable String jobTitle) {
    var more = known.person().filled(person);
    var job = known.jobTitle() == null ? jobTitle : known.jobTitle();
    if (!more.equals(known.person()) || !Objects.equals(job, known.jobTitle())) {
      change(known, contact -> contact.know(more, job, now));
    }
  }

  /** Takes the lead from the primary contact; the client's fields are the caller's to change. */
  void demote(UUID client) {
    primary(client).ifPresent(old -> change(old, contact -> contact.lead(false, now)));
  }

  /** Lets the oldest contact lead if nobody does, and the client show who leads. */
  void settle(ClientEntity client) {
    var all = all(client.id());
    var primary = all.stream().filter(ContactEntity::primary).findFirst();
    if (primary.isEmpty() && !all.isEmpty()) {
      change(all.get(0), contact -> contact.lead(true, now));
      primary = Optional.of(all.get(0));
    }
    var shown = primary.map(ContactEntity::person).orElse(Person.NOBODY);
    if (!shown.equals(client.person())) {
      client.show(shown, now);
    }
  }

  /** Gives all contacts of one client to another one, where the primary one stays the same. */
  long move(UUID from, ClientEntity into) {
    var moving = all(from);
    boolean led = primary(into.id()).isPresent();
    for (var each : moving) {
      change(each, contact -> contact.move(into.id(), contact.primary() && !led, now));
    }
    settle(into);
    return moving.size();
  }

  /** They go with their client, at the same moment. */
  void deleteWith(ClientEntity client) {
    em.flush();
    for (var each : all(client.id())) {
      var before = each.toContact();
      each.delete(now, now);
      em.flush();
      journal.deleted(Contact.TYPE, before, Entry.of("deleted"));
    }
  }

  /** Those who went with their client at that moment come back. */
  void restoreWith(ClientEntity client, Instant deletedAt) {
    em.flush();
    var gone =
        em.createQuery(DELETED_WITH_CLIENT, ContactEntity.class)
            .setParameter("client", client.id())
            .setParameter("when", deletedAt)
            .getResultList();
    for (var each : gone) {
      var before = each.toContact();
      each.delete(null, now);
      em.flush();
      journal.changed(Contact.TYPE, before, each.toContact(), Entry.of("restored"));
    }
  }

  private static NewContact contact(
      UUID client, Person person, @Nullable String jobTitle, boolean primary) {
    return new NewContact(client, person.name(), person.email(), person.phone(), jobTitle, primary);
  }
}
