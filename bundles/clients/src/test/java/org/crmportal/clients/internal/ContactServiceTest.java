package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crmportal.clients.Client;
import org.crmportal.clients.Contact;
import org.crmportal.clients.NewContact;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.ListQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ContactServiceTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void aClientsPersonIsItsFirstContact() {
    var client = office.add(Office.known("Acme", "Ada", "ada@acme.example", "+49 30 5551"));

    var contacts = people(client);

    assertThat(contacts).hasSize(1);
    assertThat(contacts.get(0).isPrimary()).isTrue();
    assertShows(client, "Ada", "ada@acme.example", "+49 30 5551");
    assertThat(people(office.add(Office.named("Nobody There")))).isEmpty();
  }

  @Test
  void theFirstContactIsPrimaryAndShownByTheClient() {
    var client = office.add(Office.named("Bolt"));

    var ada = office.add(client, "Ada", "ada@bolt.example", false);
    var bob = office.add(client, "Bob", "bob@bolt.example", false);

    assertThat(ada.isPrimary()).isTrue();
    assertThat(bob.isPrimary()).isFalse();
    assertShows(client, "Ada", "ada@bolt.example", null);
    assertThat(office.now(client).version()).isEqualTo(client.version() + 1);
  }

  @Test
  void aChangeOfTheClientsPersonChangesThePrimaryContact() {
    var client = office.add(Office.known("Cogs", "Ada", "ada@cogs.example", null));
    var ada = people(client).get(0);

    office.change(client, "primary_contact_email", "countess@cogs.example");

    var changed = office.now(ada);
    assertThat(changed.email()).isEqualTo("countess@cogs.example");
    assertThat(changed.version()).isEqualTo(ada.version() + 1);
    assertThat(people(client)).hasSize(1);
    assertShows(client, "Ada", "countess@cogs.example", null);
  }

  @Test
  void aChangeOfTheClientsPersonMakesOneWhereThereIsNone() {
    var client = office.add(Office.named("Dyna"));

    office.change(client, "primary_contact_email", "office@dyna.example");

    assertThat(people(client).get(0).isPrimary()).isTrue();
    assertShows(client, null, "office@dyna.example", null);
  }

  @Test
  void aChangeOfThePrimaryContactChangesTheClient() {
    var client = office.add(Office.known("Edge", "Ada", "ada@edge.example", null));
    var ada = people(client).get(0);

    office.boss(
        () -> office.contacts.update(ada.id(), null, now -> Office.with(now, "phone", "555123")));

    assertShows(client, "Ada", "ada@edge.example", "555123");
    assertThat(office.units.ask(audited(client))).contains("555123");
  }

  @Test
  void anotherContactTakesTheLead() {
    var client = office.add(Office.known("Fund", "Ada", "ada@fund.example", null));
    var bob = office.add(client, "Bob", "bob@fund.example", false);

    office.boss(
        () -> office.contacts.update(bob.id(), null, now -> Office.with(now, "is_primary", true)));
    assertShows(client, "Bob", "bob@fund.example", null);

    office.add(client, "Eve", "eve@fund.example", true);
    assertShows(client, "Eve", "eve@fund.example", null);
    assertThat(people(client)).filteredOn(Contact::isPrimary).hasSize(1);
  }

  @Test
  void thePrimaryContactCannotJustStepBack() {
    var client = office.add(Office.known("Gate", "Ada", "ada@gate.example", null));
    var ada = people(client).get(0);

    office.fails(
        Reason.INVALID,
        () -> office.contacts.update(ada.id(), null, now -> Office.with(now, "is_primary", false)));
  }

  @Test
  void theOldestOtherContactFollowsADeletedPrimaryOne() {
    var client = office.add(Office.known("Hops", "Ada", "ada@hops.example", null));
    var ada = people(client).get(0);
    var bob = office.add(client, "Bob", "bob@hops.example", false);
    var eve = office.add(client, "Eve", "eve@hops.example", false);

    delete(ada);
    assertShows(client, "Bob", "bob@hops.example", null);
    delete(bob);
    delete(eve);
    assertShows(client, null, null, null);

    var back = office.boss(() -> office.contacts.restore(eve.id()));
    assertThat(back.isPrimary()).isTrue();
    assertShows(client, "Eve", "eve@hops.example", null);
    assertThat(office.boss(() -> office.contacts.restore(ada.id())).isPrimary()).isFalse();
  }

  @Test
  void aClientWithoutAPersonKeepsItsContacts() {
    var client = office.add(Office.known("Iris", "Ada", null, null));

    office.change(client, "primary_contact_name", null);

    assertThat(people(client)).hasSize(1);
    assertThat(people(client).get(0).isPrimary()).isFalse();
    assertShows(client, null, null, null);
  }

  @Test
  void aContactIsKnownBySomething() {
    var client = office.add(Office.named("Lime"));

    assertThatThrownBy(() -> new NewContact(client.id(), " ", null, null, null, false))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.violations().get(0).field()).isEqualTo("name"));
  }

  private List<Contact> people(Client client) {
    var query = ListQuery.ALL.where("client_id", client.id().toString()).sortedBy("created_at");
    return office.boss(() -> office.contacts.find(query)).items();
  }

  private void assertShows(
      Client client, @Nullable String name, @Nullable String email, @Nullable String phone) {
    var now = office.now(client);
    assertThat(now.primaryContactName()).isEqualTo(name);
    assertThat(now.primaryContactEmail()).isEqualTo(email);
    assertThat(now.primaryContactPhone()).isEqualTo(phone);
    assertThat(people(client))
        .filteredOn(Contact::isPrimary)
        .allSatisfy(
            contact -> {
              assertThat(contact.name()).isEqualTo(name);
              assertThat(contact.email()).isEqualTo(email);
              assertThat(contact.phone()).isEqualTo(phone);
            });
  }

  private static String audited(Client client) {
    return "select changes::text from audit_logs where action = 'updated' and resource_id = '%s'"
        .formatted(client.id());
  }

  private void delete(Contact contact) {
    office.boss(
        () -> {
          office.contacts.delete(contact.id(), null);
          return contact;
        });
  }
}
