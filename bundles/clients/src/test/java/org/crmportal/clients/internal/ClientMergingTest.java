package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientMerge;
import org.crmportal.clients.Contact;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientMergingTest {

  private final Office office = new Office();
  private Client from;
  private Client into;

  @BeforeEach
  void create() {
    var leads = new TestPart("leads");
    leads.records = 2;
    office.parts.add(leads);
    from = office.add(Office.known("Acme Ltd", "Ada", "ada@example.org", null));
    from = office.change(from, "city", "London");
    office.add(from, "Eve", "eve@example.org", false);
    into = office.add(Office.known("Acme", "Bob", "bob@example.org", null));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aMergeMovesEverythingAndDeletesTheFirst() {
    var merge =
        office.boss(() -> office.clients.merge(from.id(), from.version(), into.id(), false));

    assertThat(merge.dryRun()).isFalse();
    assertThat(merge.moved()).isEqualTo(Map.of("contacts", 2L, "activities", 2L, "leads", 2L));
    assertThat(merge.client()).isEqualTo(office.now(into));
    assertThat(merge.client().city()).isEqualTo("London");
    assertThat(merge.client().primaryContactName()).isEqualTo("Bob");
    office.fails(Reason.NOT_FOUND, () -> office.clients.get(from.id()));
    assertThat(office.boss(() -> office.clients.overview(into.id())).contacts())
        .extracting(Contact::name)
        .containsExactly("Bob", "Ada", "Eve");
    assertThat(audited(from)).contains("merged");
    assertThat(audited(into)).contains("merged");
  }

  @Test
  void aDryRunOnlyCounts() {
    var counted = office.boss(() -> office.clients.merge(from.id(), null, into.id(), true));

    assertThat(counted.dryRun()).isTrue();
    assertThat(counted.moved()).isEqualTo(Map.of("contacts", 2L, "activities", 2L, "leads", 2L));
    assertThat(office.now(from)).isEqualTo(from);
    assertThat(office.now(into)).isEqualTo(into);
  }

  @Test
  void aClientWithoutContactsTakesOverThePrimaryOne() {
    var empty = office.add(Office.named("Empty"));

    var merge = office.boss(() -> office.clients.merge(from.id(), null, empty.id(), false));

    assertThat(merge.client().primaryContactEmail()).isEqualTo("ada@example.org");
    assertThat(office.boss(() -> office.clients.overview(empty.id())).contacts())
        .filteredOn(Contact::isPrimary)
        .extracting(Contact::name)
        .containsExactly("Ada");
  }

  @Test
  void aMergeNeedsThePermissionAndBothInScope() {
    var bob = office.units.user("Bob", "sales");
    var seller = bob.with("clients:read", "clients:update", "clients:delete");
    var merger = bob.with("clients:read_own", "clients:merge");

    office.fails(Reason.FORBIDDEN, () -> office.as(seller, this::merge));
    office.fails(Reason.NOT_FOUND, () -> office.as(merger, this::merge));
    office.change(from, "account_manager_id", bob.id());
    office.fails(Reason.NOT_FOUND, () -> office.as(merger, this::merge));
    assertThat(office.now(into).version()).isEqualTo(into.version());
    office.change(into, "account_manager_id", bob.id());
    assertThat(office.as(merger, this::merge).client().id()).isEqualTo(into.id());
  }

  @Test
  void whatCannotBeMergedIsRefused() {
    office.fails(Reason.INVALID, () -> office.clients.merge(from.id(), null, from.id(), false));
    office.fails(
        Reason.STALE, () -> office.clients.merge(from.id(), from.version() - 1, into.id(), false));
    office.fails(
        Reason.NOT_FOUND, () -> office.clients.merge(from.id(), null, UUID.randomUUID(), false));
  }

  @Test
  void aStoppedModuleLeavesNothingBehind() {
    office.installed.put("leads", "leads");
    office.installed.put("invoices", "billing");

    assertThatThrownBy(() -> office.boss(this::merge))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.details()).containsEntry("module", "billing"));
  }

  private ClientMerge merge() {
    return office.clients.merge(from.id(), null, into.id(), false);
  }

  private String audited(Client client) {
    return office.units.ask(
        "select string_agg(action, ' ') from audit_logs where resource_id = '%s'"
            .formatted(client.id()));
  }
}
