package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientStatus;
import org.crmportal.clients.Contact;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientServiceTest {

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aClientCanBeReadBackAsItWasCreated() {
    var client = office.add(Office.known("Acme", "Ada", "ada@example.org", "+49 30 123456"));

    assertThat(office.now(client)).isEqualTo(client);
    assertThat(client.status()).isEqualTo(ClientStatus.ACTIVE);
    assertThat(client.createdBy()).isEqualTo(office.boss.id());
    assertThat(client.statusChangedAt()).isEqualTo(client.createdAt());
    assertThat(history(client)).isEqualTo("created");
    assertThat(office.units.ask("select actor_name from audit_logs where resource_type = 'client'"))
        .isEqualTo("Grace Hopper");
  }

  @Test
  void aChangeRaisesTheVersionAndTellsWhatChanged() {
    var client = office.add(Office.named("Acme"));

    var changed = office.change(client, "city", "Berlin");

    assertThat(changed.version()).isEqualTo(client.version() + 1);
    assertThat(changed.city()).isEqualTo("Berlin");
    assertThat(changed.updatedAt()).isAfter(client.updatedAt());
    assertThat(office.now(client)).isEqualTo(changed);
    assertThat(
            office.units.ask(
                "select changes -> 'city' ->> 'after' from audit_logs where action = 'updated'"))
        .isEqualTo("Berlin");
  }

  @Test
  void aChangeOfNothingKeepsTheVersionAndTellsNothing() {
    var client = office.add(Office.named("Acme"));
    var same = office.change(client, "credit_limit", new BigDecimal("1"));

    var unchanged = office.change(same, "company_name", " Acme ");

    assertThat(unchanged).isEqualTo(same);
    assertThat(count("audit_logs where resource_type = 'client'")).isEqualTo(2);
  }

  @Test
  void aStatusMayBecomeAnyOtherAndSaysSinceWhen() {
    var client = office.add(Office.named("Acme"));

    var churned = office.change(client, "status", ClientStatus.CHURNED);
    var active = office.change(churned, "status", ClientStatus.ACTIVE);

    assertThat(churned.statusChangedAt()).isAfter(client.statusChangedAt());
    assertThat(active.statusChangedAt()).isAfter(churned.statusChangedAt());
    assertThat(
            office.units.ask(
                "select metadata ->> 'from' from activities where action = 'status_changed'"
                    + " and metadata ->> 'to' = 'active'"))
        .isEqualTo("churned");
    assertThat(office.change(active, "city", "Bonn").statusChangedAt())
        .isEqualTo(active.statusChangedAt());
  }

  @Test
  void aChangeOfAnOlderVersionIsStale() {
    var client = office.add(Office.named("Acme"));
    office.change(client, "city", "Berlin");

    assertFails(
        Reason.STALE,
        () ->
            office.clients.update(
                client.id(), client.version(), now -> Office.with(now, "city", "Bonn")));
    assertFails(
        Reason.STALE,
        () -> {
          office.clients.delete(client.id(), client.version());
          return client;
        });
    assertThat(office.now(client).city()).isEqualTo("Berlin");
  }

  @Test
  void moneyHasTheDecimalsOfItsColumn() {
    var client = office.add(Office.named("Acme"));

    var limited = office.change(client, "credit_limit", new BigDecimal("12.5"));

    assertThat(limited.creditLimit()).isEqualTo(new BigDecimal("12.50"));
    assertThat(office.now(client).creditLimit()).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void metadataIsKeptAsItIs() {
    var client = office.add(Office.named("Acme"));
    Map<String, Object> metadata = Map.of("tier", "gold", "seats", 5);

    office.change(client, "metadata", metadata);

    assertThat(office.now(client).metadata()).isEqualTo(metadata);
  }

  @Test
  void anAccountManagerMustBeThere() {
    var client = office.add(Office.named("Acme"));

    assertFails(
        Reason.INVALID,
        () ->
            office.clients.update(
                client.id(),
                null,
                now -> Office.with(now, "account_manager_id", UUID.randomUUID())));
    var managed = office.change(client, "account_manager_id", office.boss.id());
    assertThat(managed.accountManagerId()).isEqualTo(office.boss.id());
  }

  @Test
  void aDeletedClientIsGoneWithItsContactsAndComesBackWithThem() {
    var client = office.add(Office.known("Acme", "Ada", "ada@example.org", null));
    var bob = office.add(client, "Bob", "bob@example.org", false);

    delete(client);
    assertFails(Reason.NOT_FOUND, () -> office.clients.get(client.id()));
    assertFails(Reason.NOT_FOUND, () -> office.contacts.get(bob.id()));
    assertThat(office.boss(() -> office.clients.find(ListQuery.ALL)).items()).isEmpty();
    assertThat(office.boss(() -> office.clients.find(ListQuery.ALL.deletedOnly())).items())
        .extracting(Client::id)
        .containsExactly(client.id());

    var back = office.boss(() -> office.clients.restore(client.id()));
    assertThat(back.deletedAt()).isNull();
    assertThat(office.boss(() -> office.contacts.find(ListQuery.ALL)).items())
        .extracting(Contact::name, Contact::isPrimary)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Ada", true),
            org.assertj.core.groups.Tuple.tuple("Bob", false));
    assertThat(office.boss(() -> office.clients.restore(client.id()))).isEqualTo(back);
    assertThat(history(client)).isEqualTo("restored");
  }

  @Test
  void aDeletedClientBlocksNobodyAndIsNotRestoredOntoAnother() {
    var client = office.add(Office.known("Acme", "Ada", "ada@example.org", null));
    delete(client);
    office.add(Office.known("Bolt", "Ada", "Ada@Example.org", null));

    assertFails(Reason.CONFLICT, () -> office.clients.restore(client.id()));
  }

  @Test
  void aClientThatOthersNeedIsNotDeleted() {
    var client = office.add(Office.named("Acme"));
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

  @Test
  void scopeDecidesWhoSeesAndChangesAClient() {
    var ada = office.units.user("Ada", "sales");
    var bob = office.units.user("Bob", "sales");
    var hers = ada.with("clients:create", "clients:read_own", "clients:update_own");
    var client = office.as(hers, () -> office.clients.create(Office.named("Acme"), Creation.NEW));
    var mate = bob.with("clients:read_team", "clients:update_own").among(ada);
    var stranger = bob.with("clients:read_own", "clients:update", "clients:delete_own");

    assertThat(office.as(mate, () -> office.clients.get(client.id()))).isEqualTo(client);
    assertFails(Reason.FORBIDDEN, () -> office.as(mate, () -> rename(client)));
    assertFails(Reason.NOT_FOUND, () -> office.as(stranger, () -> rename(client)));
    assertFails(Reason.FORBIDDEN, () -> office.as(bob.with(), () -> rename(client)));
    assertFails(
        Reason.FORBIDDEN,
        () -> office.as(mate, () -> office.clients.create(Office.named("B"), Creation.NEW)));
    assertThat(office.as(hers, () -> rename(client)).companyName()).isEqualTo("Renamed");
  }

  @Test
  void anImportCarriesTheDateAndIsMarked() {
    var then = Instant.parse("2020-02-29T12:00:00Z");
    var how = Creation.imported(false, Map.of("created_at", then));

    var client = office.boss(() -> office.clients.create(Office.named("Acme"), how));

    assertThat(client.createdAt()).isEqualTo(then);
    assertThat(client.statusChangedAt()).isEqualTo(then);
    assertThat(client.updatedAt()).isAfter(then);
    assertThat(office.units.ask("select changes ->> 'imported' from audit_logs")).contains("true");
  }

  private Client rename(Client client) {
    return office.clients.update(
        client.id(), null, now -> Office.with(now, "company_name", "Renamed"));
  }

  private void delete(Client client) {
    office.boss(
        () -> {
          office.clients.delete(client.id(), null);
          return client;
        });
  }

  private String history(Client client) {
    return office.units.ask(
        "select action from activities where entity_type = 'client' and entity_id = '"
            + client.id()
            + "' order by created_at desc limit 1");
  }

  private long count(String from) {
    return Long.parseLong(office.units.ask("select count(*) from " + from));
  }

  private void assertFails(Reason reason, java.util.function.Supplier<?> call) {
    assertThatThrownBy(() -> office.boss(call::get))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
