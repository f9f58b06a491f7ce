package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.crmportal.clients.NewContact;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ContactPermissionTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void aContactIsAtAClientThatTheCallerSeesAndStaysThere() {
    var client = office.add(Office.named("Jade"));
    var other = office.add(Office.named("Jade Two"));
    var ada = office.add(client, "Ada", null, false);
    var bob = office.units.user("Bob", "sales");
    var seller = bob.with("clients:read_own", "contacts:create", "contacts:read_own");
    var draft = new NewContact(client.id(), "Bob", null, null, null, false);

    office.fails(
        Reason.NOT_FOUND,
        () -> office.as(seller, () -> office.contacts.create(draft, Creation.NEW)));
    office.fails(
        Reason.FORBIDDEN,
        () -> office.as(bob.with(), () -> office.contacts.create(draft, Creation.NEW)));
    office.fails(
        Reason.INVALID,
        () ->
            office.contacts.update(
                ada.id(), null, now -> Office.with(now, "client_id", other.id())));
  }

  @Test
  void whoMayOnlyAddContactsTakesTheLeadFromNobody() {
    var client = office.add(Office.known("Kite", "Ada", "ada@kite.example", null));
    var bob = office.units.user("Bob", "sales");
    var seller = bob.with("clients:read", "contacts:read", "contacts:create");

    office.fails(
        Reason.FORBIDDEN,
        () ->
            office.as(
                seller,
                () ->
                    office.contacts.create(
                        new NewContact(client.id(), "Bob", null, null, null, true), Creation.NEW)));
    assertThat(office.now(client).primaryContactName()).isEqualTo("Ada");
  }
}
