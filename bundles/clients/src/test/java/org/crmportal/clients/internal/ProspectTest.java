package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientService.Prospect;
import org.crmportal.clients.Contact;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ProspectTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void aProspectIsWonWithThePersonAsItsContact() {
    var client = office.boss(() -> win("Acme", "ada@acme.example"));

    assertThat(office.now(client)).isEqualTo(client);
    assertThat(office.boss(() -> office.clients.overview(client.id())).contacts())
        .extracting(Contact::name, Contact::jobTitle)
        .containsExactly(org.assertj.core.api.Assertions.tuple("Ada", "Countess"));
  }

  @Test
  void winningIsCreating() {
    var bob = office.units.user("Bob", "sales").with("clients:read");

    office.fails(Reason.FORBIDDEN, () -> office.as(bob, () -> win("Bolt", "ada@bolt.example")));
    office.boss(() -> win("Bolt", "ada@bolt.example"));
    office.fails(Reason.CONFLICT, () -> win("Bolt Two", "ada@bolt.example"));
  }

  @Test
  void whatIsWonInATransactionThatFailsLeavesNothing() {
    var before = rows();

    assertThatThrownBy(
            () ->
                office.boss(
                    () ->
                        office
                            .units
                            .transactions()
                            .required(
                                () -> {
                                  win("Cogs", "ada@cogs.example");
                                  throw new IllegalStateException("the lead refuses");
                                })))
        .hasMessage("the lead refuses");

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aClientIsEnrichedOnlyWhereItKnowsNothing() {
    var client = office.add(Office.known("Dyna", "Bob", "bob@dyna.example", null));
    var person = Office.known("Dyna Other", "Ada", "ada@dyna.example", "+49 30 777001");
    var fields = Office.with(office.add(person), "city", "Bonn");

    var enriched =
        office.boss(() -> office.clients.enrich(client.id(), new Prospect(fields, "Countess")));

    assertThat(enriched.companyName()).isEqualTo("Dyna");
    assertThat(enriched.city()).isEqualTo("Bonn");
    assertThat(enriched.primaryContactName()).isEqualTo("Bob");
    assertThat(enriched.primaryContactPhone()).isNull();
    assertThat(office.now(client)).isEqualTo(enriched);
    assertThat(office.boss(() -> office.clients.overview(client.id())).contacts())
        .extracting(Contact::name)
        .containsExactly("Bob", "Ada");
  }

  @Test
  void aPersonWhoIsKnownIsNotKeptTwice() {
    var client = office.add(Office.known("Edge", "Bob", "bob@edge.example", null));
    var same = Office.known("Edge", null, "BOB@edge.example", "+49 30 777002");

    var enriched =
        office.boss(() -> office.clients.enrich(client.id(), new Prospect(same, "Boss")));
    var again = office.boss(() -> office.clients.enrich(client.id(), new Prospect(same, "Boss")));

    assertThat(enriched.primaryContactPhone()).isEqualTo("+49 30 777002");
    assertThat(again).isEqualTo(enriched);
    assertThat(office.boss(() -> office.clients.overview(client.id())).contacts())
        .extracting(Contact::name, Contact::jobTitle)
        .containsExactly(org.assertj.core.api.Assertions.tuple("Bob", "Boss"));
  }

  @Test
  void aClientOutOfScopeIsNotEnriched() {
    var client = office.add(Office.named("Fund"));
    var bob = office.units.user("Bob", "sales").with("clients:read_own", "clients:create");

    office.fails(
        Reason.NOT_FOUND,
        () ->
            office.as(
                bob,
                () -> office.clients.enrich(client.id(), new Prospect(Office.named("X"), null))));
    office.fails(
        Reason.NOT_FOUND,
        () -> office.clients.enrich(UUID.randomUUID(), new Prospect(Office.named("X"), null)));
  }

  @Test
  void theOverviewShowsWhatRunsAndMayBeReadAndNamesTheRest() {
    var client = office.add(Office.known("Gate", "Bob", "bob@gate.example", null));
    var leads = new TestPart("leads");
    leads.records = 7;
    var tickets = new TestPart("tickets");
    tickets.broken = true;
    office.parts.add(leads);
    office.parts.add(tickets);
    var reader = office.units.user("Eve", "support").with("clients:read", "tickets:read");

    var all = office.boss(() -> office.clients.overview(client.id()));
    var little = office.as(reader, () -> office.clients.overview(client.id()));
    office.parts.remove(leads);
    office.parts.remove(tickets);

    assertThat(all.client()).isEqualTo(client);
    assertThat(all.contacts()).extracting(Contact::name).containsExactly("Bob");
    assertThat(all.parts()).containsOnlyKeys("leads").containsEntry("leads", 7L);
    assertThat(all.missing())
        .containsEntry("projects", "not_running")
        .containsEntry("balance_due", "not_running")
        .containsEntry("tickets", "failed");
    assertThat(little.parts()).isEmpty();
    assertThat(little.contacts()).isEmpty();
    assertThat(little.missing())
        .containsEntry("leads", "not_permitted")
        .containsEntry("contacts", "not_permitted");
  }

  private Client win(String company, String email) {
    var prospect = new Prospect(Office.known(company, "Ada", email, null), "Countess");
    return office.clients.win(prospect, Set.of());
  }

  private String rows() {
    return office.units.ask(
        "select (select count(*) from clients) || ' ' || (select count(*) from contacts) || ' '"
            + " || (select count(*) from activities) || ' ' || (select count(*) from audit_logs)");
  }
}
