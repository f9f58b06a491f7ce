package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.crmportal.clients.Client;
import org.crmportal.clients.Contact;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientDeletionTest {

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aDeletedClientIsGoneWithItsContactsAndComesBackWithThem() {
    var client = office.add(Office.known("Ivory", "Ada", "ada@ivory.example", null));
    var bob = office.add(client, "Bob", "bob@example.org", false);

    delete(client);
    office.fails(Reason.NOT_FOUND, () -> office.clients.get(client.id()));
    office.fails(Reason.NOT_FOUND, () -> office.contacts.get(bob.id()));
    var named = ListQuery.ALL.where("id", client.id().toString());
    assertThat(office.boss(() -> office.clients.find(named)).items()).isEmpty();
    assertThat(office.boss(() -> office.clients.find(named.deletedOnly())).items())
        .extracting(Client::id)
        .containsExactly(client.id());

    var back = office.boss(() -> office.clients.restore(client.id()));
    assertThat(back.deletedAt()).isNull();
    var people = ListQuery.ALL.where("client_id", client.id().toString());
    assertThat(office.boss(() -> office.contacts.find(people)).items())
        .extracting(Contact::name, Contact::isPrimary)
        .containsExactlyInAnyOrder(tuple("Ada", true), tuple("Bob", false));
    assertThat(office.boss(() -> office.clients.restore(client.id()))).isEqualTo(back);
    var told = "select action from activities order by created_at desc limit 1";
    assertThat(office.units.ask(told)).isEqualTo("restored");
  }

  @Test
  void aDeletedClientBlocksNobodyAndIsNotRestoredOntoAnother() {
    var client = office.add(Office.known("Jade", "Ada", "ada@jade.example", null));
    delete(client);
    office.add(Office.known("Ivory Two", "Ada", "Ada@Jade.Example", null));

    office.fails(Reason.CONFLICT, () -> office.clients.restore(client.id()));
  }

  @Test
  void aClientThatOthersNeedIsNotDeleted() {
    var client = office.add(Office.named("Kite"));
    var invoices = new TestPart("invoices");
    invoices.dependants = 3;
    office.parts.add(invoices);

    assertThatThrownBy(() -> delete(client))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
              assertThat(e.details()).containsEntry("dependants", Map.of("invoices", 3L));
            });
    assertThat(office.now(client).deletedAt()).isNull();
  }

  private void delete(Client client) {
    office.boss(
        () -> {
          office.clients.delete(client.id(), null);
          return client;
        });
  }
}
