package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientStatus;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ClientServiceTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void aClientCanBeReadBackAsItWasCreated() {
    var client = office.add(Office.known("Acme", "Ada", "ada@acme.example", "+49 30 998877"));

    assertThat(office.now(client)).isEqualTo(client);
    assertThat(client.status()).isEqualTo(ClientStatus.ACTIVE);
    assertThat(client.createdBy()).isEqualTo(office.boss.id());
    assertThat(client.statusChangedAt()).isEqualTo(client.createdAt());
    assertThat(history(client)).isEqualTo("created");
    assertThat(audit(client, "actor_name", "created")).isEqualTo("Grace Hopper");
  }

  @Test
  void aChangeRaisesTheVersionAndTellsWhatChanged() {
    var client = office.add(Office.named("Bolt"));

    var changed = office.change(client, "city", "Berlin");

    assertThat(changed.version()).isEqualTo(client.version() + 1);
    assertThat(changed.city()).isEqualTo("Berlin");
    assertThat(changed.updatedAt()).isAfter(client.updatedAt());
    assertThat(office.now(client)).isEqualTo(changed);
    assertThat(audit(client, "changes -> 'city' ->> 'after'", "updated")).isEqualTo("Berlin");
  }

  @Test
  void aChangeOfNothingKeepsTheVersionAndTellsNothing() {
    var client = office.add(Office.named("Cogs"));
    var same = office.change(client, "credit_limit", new BigDecimal("1"));

    var unchanged = office.change(same, "company_name", " Cogs ");

    assertThat(unchanged).isEqualTo(same);
    assertThat(audit(client, "count(*)", "updated")).isEqualTo("1");
  }

  @Test
  void aStatusMayBecomeAnyOtherAndSaysSinceWhen() {
    var client = office.add(Office.named("Dyna"));

    var churned = office.change(client, "status", ClientStatus.CHURNED);
    var active = office.change(churned, "status", ClientStatus.ACTIVE);

    assertThat(churned.statusChangedAt()).isAfter(client.statusChangedAt());
    assertThat(active.statusChangedAt()).isAfter(churned.statusChangedAt());
    assertThat(audit(client, "string_agg(changes -> 'status' ->> 'after', ' ')", "status_changed"))
        .isEqualTo("churned active");
    assertThat(office.change(active, "city", "Bonn").statusChangedAt())
        .isEqualTo(active.statusChangedAt());
  }

  @Test
  void aChangeOfAnOlderVersionIsStale() {
    var client = office.add(Office.named("Edge"));
    office.change(client, "city", "Berlin");

    office.fails(
        Reason.STALE,
        () ->
            office.clients.update(
                client.id(), client.version(), now -> Office.with(now, "city", "Bonn")));
    office.fails(
        Reason.STALE,
        () -> {
          office.clients.delete(client.id(), client.version());
          return client;
        });
    assertThat(office.now(client).city()).isEqualTo("Berlin");
  }

  @Test
  void moneyHasTheDecimalsOfItsColumn() {
    var client = office.add(Office.named("Fund"));

    var limited = office.change(client, "credit_limit", new BigDecimal("12.5"));

    assertThat(limited.creditLimit()).isEqualTo(new BigDecimal("12.50"));
    assertThat(office.now(client).creditLimit()).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void metadataIsKeptAsItIs() {
    var client = office.add(Office.named("Gate"));
    Map<String, Object> metadata = Map.of("tier", "gold", "seats", 5);

    office.change(client, "metadata", metadata);

    assertThat(office.now(client).metadata()).isEqualTo(metadata);
  }

  @Test
  void anAccountManagerMustBeThere() {
    var client = office.add(Office.named("Phoenix"));

    office.fails(
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
  void scopeDecidesWhoSeesAndChangesAClient() {
    var ada = office.units.user("Ada", "sales");
    var bob = office.units.user("Bob", "sales");
    var hers = ada.with("clients:create", "clients:read_own", "clients:update_own");
    var client = office.as(hers, () -> office.clients.create(Office.named("Lime"), Creation.NEW));
    var mate = bob.with("clients:read_team", "clients:update_own").among(ada);
    var stranger = bob.with("clients:read_own", "clients:update", "clients:delete_own");

    assertThat(office.as(mate, () -> office.clients.get(client.id()))).isEqualTo(client);
    office.fails(Reason.FORBIDDEN, () -> office.as(mate, () -> rename(client)));
    office.fails(Reason.NOT_FOUND, () -> office.as(stranger, () -> rename(client)));
    office.fails(Reason.FORBIDDEN, () -> office.as(bob.with(), () -> rename(client)));
    office.fails(
        Reason.FORBIDDEN,
        () -> office.as(mate, () -> office.clients.create(Office.named("B"), Creation.NEW)));
    assertThat(office.as(hers, () -> rename(client)).companyName()).isEqualTo("Kite Renamed");
  }

  @Test
  void anImportCarriesTheDateAndIsMarked() {
    var then = Instant.parse("2020-02-29T12:00:00Z");
    var how = Creation.imported(false, Map.of("created_at", then));

    var client = office.boss(() -> office.clients.create(Office.named("Mint"), how));

    assertThat(client.createdAt()).isEqualTo(then);
    assertThat(client.statusChangedAt()).isEqualTo(then);
    assertThat(client.updatedAt()).isAfter(then);
    assertThat(audit(client, "changes ->> 'imported'", "created")).contains("true");
  }

  private Client rename(Client client) {
    return office.clients.update(
        client.id(), null, now -> Office.with(now, "company_name", "Kite Renamed"));
  }

  private String history(Client client) {
    return office.units.ask(
        "select action from activities where entity_type = 'client' and entity_id = '"
            + client.id()
            + "' order by created_at desc limit 1");
  }

  private String audit(Client client, String column, String action) {
    return office.units.ask(
        "select %s from audit_logs where resource_id = '%s' and action = '%s'"
            .formatted(column, client.id(), action));
  }
}
