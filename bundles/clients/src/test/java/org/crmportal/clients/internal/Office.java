package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.crmportal.clients.Client;
import org.crmportal.clients.Contact;
import org.crmportal.clients.NewClient;
import org.crmportal.clients.NewContact;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.crmportal.testunits.TestCaller;
import org.crmportal.testunits.TestUnits;
import org.jspecify.annotations.Nullable;

/** The module on a database of a test's own, and somebody who may do everything. */
final class Office implements AutoCloseable {

  final TestUnits units = new TestUnits();
  final Map<String, String> installed = new LinkedHashMap<>();
  final TestCaller boss = units.user("Grace Hopper", "admin");
  final ClientParts parts = new ClientParts(units.callers(), units.records(), () -> installed);
  final ClientServiceImpl clients;
  final ContactServiceImpl contacts;

  Office() {
    var checks = new ClientChecks(units.duplicates(), units.people(), units.callers(), parts);
    var factory = units.factory("clients");
    clients =
        new ClientServiceImpl(
            factory,
            units.work(),
            units.records(),
            units.journal(),
            units.callers(),
            checks,
            parts,
            new ClientMerging(units.journal(), parts));
    contacts =
        new ContactServiceImpl(
            factory, units.work(), units.records(), units.journal(), units.callers(), checks);
    units.types().start(clients, contacts);
  }

  /** A client's fields as they are when nobody has said anything but its name. */
  static NewClient named(String name) {
    return new NewClient(
        name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }

  /** A client's fields with its person's. */
  static NewClient known(
      String name, @Nullable String person, @Nullable String email, @Nullable String phone) {
    return new NewClient(
        name, null, null, null, null, null, null, null, person, email, phone, null, null, null,
        null, null, null);
  }

  /** Another draft that differs in one field, by its column. */
  static NewClient with(Client client, String column, @Nullable Object value) {
    return Change.of(Client.TYPE, client, column, value);
  }

  static NewContact with(Contact contact, String column, @Nullable Object value) {
    return Change.of(Contact.TYPE, contact, column, value);
  }

  <R> R as(Caller caller, Supplier<R> work) {
    return units.as(caller, work);
  }

  <R> R boss(Supplier<R> work) {
    return as(boss, work);
  }

  Client add(NewClient draft) {
    return boss(() -> clients.create(draft, Creation.NEW));
  }

  Contact add(Client client, String name, @Nullable String email, boolean primary) {
    var draft = new NewContact(client.id(), name, email, null, null, primary);
    return boss(() -> contacts.create(draft, Creation.NEW));
  }

  Client change(Client client, String column, @Nullable Object value) {
    return boss(() -> clients.update(client.id(), null, now -> with(now, column, value)));
  }

  Client now(Client client) {
    return boss(() -> clients.get(client.id()));
  }

  Contact now(Contact contact) {
    return boss(() -> contacts.get(contact.id()));
  }

  /** What the boss tries, or whoever acts within it, fails for this reason. */
  void fails(Reason reason, Supplier<?> call) {
    assertThatThrownBy(() -> boss(call::get))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Override
  public void close() {
    units.close();
  }
}
