package org.crmportal.clients.internal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.NewClient;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.People;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.Duplicates;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a client must not be: a duplicate, in nobody's care, or made by who may not. */
@Component(service = ClientChecks.class)
public final class ClientChecks {

  private final Duplicates duplicates;
  private final People people;
  private final Callers callers;
  private final ClientParts parts;

  @Activate
  public ClientChecks(
      @Reference Duplicates duplicates,
      @Reference People people,
      @Reference Callers callers,
      @Reference ClientParts parts) {
    this.duplicates = duplicates;
    this.people = people;
    this.callers = callers;
    this.parts = parts;
  }

  /** Checks a new client; it may look like the records of these ids. */
  void begin(NewClient draft, Creation how, Set<UUID> ignoring) {
    if (!how.imported() && !callers.current().may("clients:create")) {
      throw CrmException.forbidden("clients:create");
    }
    manager(null, draft);
    if (!how.allowDuplicate()) {
      duplicates.refuse(Client.TYPE, draft, ignoring);
    }
  }

  /** Checks what a client is about to become. */
  void change(Client before, NewClient draft, boolean allowDuplicate) {
    manager(before, draft);
    if (!allowDuplicate) {
      duplicates.refuseChange(Client.TYPE, before, draft, parts.origins(before.id()));
    }
  }

  /** Checks that nobody has taken the place of a deleted client. */
  void restore(Client deleted) {
    var ignoring = new HashSet<>(parts.origins(deleted.id()));
    ignoring.add(deleted.id());
    duplicates.refuse(Client.TYPE, Client.TYPE.draft(deleted), ignoring);
  }

  /** Checks that no live record needs the client. */
  void delete(Client client) {
    var dependants = parts.dependants(client.id());
    if (!dependants.isEmpty()) {
      throw CrmException.dependants(Client.TYPE.name(), dependants);
    }
  }

  private void manager(@Nullable Client before, NewClient draft) {
    var manager = draft.accountManagerId();
    boolean same = before != null && Objects.equals(before.accountManagerId(), manager);
    if (manager != null && !same && people.name(manager).isEmpty()) {
      throw CrmException.invalid("account_manager_id", "unknown", "there is no such user");
    }
  }
}
