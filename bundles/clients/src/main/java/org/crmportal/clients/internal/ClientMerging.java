package org.crmportal.clients.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientMerge;
import org.crmportal.clients.NewClient;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes two clients one. */
@Component(service = ClientMerging.class)
public final class ClientMerging {

  private final Journal journal;
  private final ClientParts parts;

  @Activate
  public ClientMerging(@Reference Journal journal, @Reference ClientParts parts) {
    this.journal = journal;
    this.parts = parts;
  }

  /** The client that goes, in the version that the caller has seen, and the one that stays. */
  record Pair(UUID from, @Nullable Long version, UUID into) {}

  /** Both clients, locked. */
  record Locked(ClientEntity from, ClientEntity into) {}

  /** Locks both, always in the order of the ids, so that two merges cannot block each other. */
  Locked lock(UnitOfWork work, Pair pair) {
    if (pair.from().equals(pair.into())) {
      throw CrmException.invalid("into", "same", "is the client itself");
    }
    parts.requireAll();
    if (pair.from().compareTo(pair.into()) < 0) {
      var from = work.lock(ClientServiceImpl.STORED, pair.from(), pair.version(), "merge");
      return new Locked(from, work.lock(ClientServiceImpl.STORED, pair.into(), null, "merge"));
    }
    var into = work.lock(ClientServiceImpl.STORED, pair.into(), null, "merge");
    return new Locked(
        work.lock(ClientServiceImpl.STORED, pair.from(), pair.version(), "merge"), into);
  }

  ClientMerge count(Locked pair, ClientContacts contacts) {
    var from = pair.from().id();
    var counts = new LinkedHashMap<String, Long>();
    counts.put("contacts", (long) contacts.all(from).size());
    counts.put("activities", journal.count(Client.TYPE, from));
    counts.putAll(parts.each(part -> part.count(from)));
    return new ClientMerge(pair.into().toClient(), counts, true);
  }

  /** Moves what belongs to the first client to the second, in the running transaction. */
  ClientMerge move(EntityManager em, Locked pair, ClientContacts contacts) {
    var from = pair.from();
    var into = pair.into();
    var now = contacts.now();
    var source = from.toClient();
    var target = into.toClient();
    var moved = new LinkedHashMap<String, Long>();
    moved.put("contacts", contacts.move(from.id(), into));
    moved.put("activities", journal.move(Client.TYPE, from.id(), into.id()));
    moved.putAll(parts.each(part -> part.move(from.id(), into.id())));
    fill(into, Client.TYPE.draft(source), now);
    from.delete(now, now);
    em.flush();
    journal.deleted(Client.TYPE, source, told("Merged into ", target));
    em.refresh(into);
    return new ClientMerge(kept(target, into.toClient(), source, moved), moved, false);
  }

  /** Fills the empty fields of a client; who its primary contact is, its contacts decide. */
  static void fill(ClientEntity into, NewClient other, Instant now) {
    var draft = Client.TYPE.draft(into.toClient());
    var filled = Client.TYPE.filled(draft, other);
    if (!filled.equals(draft)) {
      var person = into.person();
      into.change(filled, now);
      into.show(person, now);
    }
  }

  /** Tells it of the client that is left, also if nothing of its own has changed. */
  private Client kept(Client before, Client after, Client source, Map<String, Long> moved) {
    journal.changed(Client.TYPE, before, after, Entry.of("updated"));
    journal.told(Client.TYPE, after.id(), told("Merged with ", source));
    var facts = new LinkedHashMap<String, Object>(moved);
    facts.put("from", source.id().toString());
    journal.audit("merged", Client.TYPE.name(), after.id(), facts);
    return after;
  }

  private static Entry told(String how, Client other) {
    return Entry.of("merged")
        .text(how + other.companyName())
        .with("client_id", other.id().toString());
  }
}
