package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crmportal.clients.Client;
import org.crmportal.clients.NewClient;
import org.crmportal.clients.NewContact;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class DuplicatesTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void anEmailAddressIsTakenOnceInAnyCase() {
    var client = office.add(Office.known("Acme", null, "Office@Acme.example", null));

    assertThat(refused(Office.known("Other", null, "office@ACME.example", null)))
        .containsExactly(
            Map.of(
                "entity_type",
                "client",
                "matched_by",
                List.of("email"),
                "id",
                client.id(),
                "title",
                "Acme"));
  }

  @Test
  void aPhoneNumberIsTakenOnceInAnySpelling() {
    office.add(Office.known("Bolt", null, null, "+49 (0)30 1234-56"));

    assertThat(refused(Office.known("Other", null, null, "0049 30 123456 ext. 7")))
        .extracting(candidate -> candidate.get("matched_by"))
        .containsExactly(List.of("phone"));
    office.add(Office.known("Bolt Short", null, null, "110"));
    office.add(Office.known("Bolt Shorter", null, null, "110"));
  }

  @Test
  void aCompanyIsKnownByNameWithinItsCountry() {
    office.add(inCountry("Café Zürich", "CH"));

    assertThat(refused(inCountry("CAFE ZURICH", "ch"))).hasSize(1);
    assertThat(refused(inCountry("cafe zürich", null))).hasSize(1);
    office.add(inCountry("Café Zürich", "DE"));
    assertThat(refused(inCountry("Café Zürich", null))).hasSize(2);
  }

  @Test
  void aDuplicateMayBeAllowed() {
    var draft = Office.known("Cogs", null, "office@cogs.example", null);
    office.add(draft);

    var second = office.boss(() -> office.clients.create(draft, Creation.DUPLICATE));

    assertThat(second.companyName()).isEqualTo("Cogs");
  }

  @Test
  void onlyWhatChangesIsAskedFor() {
    var draft = Office.known("Dyna", null, "office@dyna.example", "555 000 111");
    var first = office.add(draft);
    var second = office.boss(() -> office.clients.create(draft, Creation.DUPLICATE));

    assertThat(office.change(second, "city", "Bonn").city()).isEqualTo("Bonn");
    var renamed = office.change(second, "company_name", "Dyna Two");
    office.change(renamed, "primary_contact_email", "other@dyna.example");
    assertConflict(() -> office.change(second, "primary_contact_email", "OFFICE@dyna.example"));
    assertConflict(() -> office.change(second, "company_name", "dyna"));
    var back =
        office.boss(
            () ->
                office.clients.update(
                    second.id(), null, now -> Office.with(now, "company_name", "Dyna"), true));
    assertThat(back.companyName()).isEqualTo(first.companyName());
  }

  @Test
  void whatTheCallerMayNotSeeOnlyNamesItsOwner() {
    var ada = office.units.user("Ada Lovelace", "sales");
    var bob = office.units.user("Bob", "sales");
    var client = office.add(Office.known("Edge", null, "office@edge.example", null));
    office.change(client, "account_manager_id", ada.id());
    var seller = bob.with("clients:read_own", "clients:create");
    var draft = Office.known("Other", null, "office@edge.example", null);

    assertThat(candidates(() -> office.as(seller, () -> create(draft))))
        .containsExactly(
            Map.of(
                "entity_type", "client",
                "matched_by", List.of("email"),
                "owner_name", "Ada Lovelace"));
  }

  @Test
  void theRecordsThatAClientCameFromAreItself() {
    var client = office.add(Office.known("Fund", null, "office@fund.example", null));
    var twin =
        office.boss(
            () ->
                office.clients.create(
                    Office.known("Fund Lead", null, "office@fund.example", null),
                    Creation.DUPLICATE));
    var leads = new TestPart("leads");
    leads.origins.add(twin.id());
    office.parts.add(leads);

    office.change(client, "primary_contact_email", "new@fund.example");
    var back = office.change(client, "primary_contact_email", "office@fund.example");
    office.parts.remove(leads);

    assertThat(back.primaryContactEmail()).isEqualTo("office@fund.example");
  }

  @Test
  void aPrimaryContactIsNoWayAround() {
    office.add(Office.known("Gate", null, "office@gate.example", null));
    var other = office.add(Office.named("Gate Two"));
    var draft = new NewContact(other.id(), null, "office@gate.example", null, null, false);

    assertConflict(() -> office.boss(() -> office.contacts.create(draft, Creation.NEW)));
    var allowed = office.boss(() -> office.contacts.create(draft, Creation.DUPLICATE));

    assertThat(allowed.isPrimary()).isTrue();
  }

  private Client create(NewClient draft) {
    return office.clients.create(draft, Creation.NEW);
  }

  private static NewClient inCountry(String name, @Nullable String country) {
    return new NewClient(
        name, null, null, null, null, null, country, null, null, null, null, null, null, null, null,
        null, null);
  }

  private List<Map<String, Object>> refused(NewClient draft) {
    return candidates(() -> office.boss(() -> create(draft)));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> candidates(Supplier<?> call) {
    var refused = catchThrowableOfType(CrmException.class, call::get);
    assertThat(refused.kind()).isEqualTo("duplicate");
    return (List<Map<String, Object>>) refused.details().get("candidates");
  }

  private static void assertConflict(Supplier<?> call) {
    assertThatThrownBy(call::get)
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
  }
}
