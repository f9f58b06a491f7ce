package org.crmportal.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Violation;
import org.crmportal.platform.settings.Company;
import org.crmportal.platform.settings.NewCompany;
import org.crmportal.platform.settings.TaxRate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final NewCompany ACME =
      new NewCompany(
          "Acme",
          "1 Main Street",
          "ATU1",
          "AT00",
          "data:image/png;base64,AAAA",
          "USD",
          "Europe/Vienna",
          List.of(new TaxRate("Standard", new BigDecimal("20"))),
          "Net 14",
          14,
          Map.of("invoice", "ACME"));

  private final JournalFixture it = new JournalFixture();
  private final SettingsImpl settings = new SettingsImpl(it.transactions, it.callers, it.journal);

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void thereAreDefaultsUntilSomebodyChangesThem() {
    assertThat(settings.company())
        .satisfies(
            company -> {
              assertThat(company.version()).isZero();
              assertThat(company.baseCurrency()).isEqualTo("EUR");
              assertThat(company.timeZone()).isEqualTo("UTC");
              assertThat(company.numberingPrefixes()).containsEntry("invoice", "INV");
            });
  }

  @Test
  void theyAreKeptWithAVersionAndAudited() {
    var changed = it.asUser(() -> settings.update(0L, company -> ACME));

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.updatedAt()).isNotNull();
    assertThat(Company.TYPE.draft(changed)).isEqualTo(ACME);
    assertThat(settings.company()).isEqualTo(changed);
    assertThat(it.audit().get(0))
        .containsEntry("action", "updated")
        .containsEntry("resource_type", "settings")
        .hasEntrySatisfying(
            "changes",
            text ->
                assertThat(text)
                    .contains("\"base_currency\": {\"after\": \"USD\", \"before\": \"EUR\"}")
                    .contains("\"tax_rates\": {\"after\": [{\"name\": \"Standard\", "));
  }

  @Test
  void changingNothingChangesNothing() {
    var changed = it.asUser(() -> settings.update(null, company -> ACME));

    assertThat(it.asUser(() -> settings.update(null, company -> ACME))).isEqualTo(changed);
    assertThat(it.audit()).hasSize(1);
  }

  @Test
  void anOlderVersionIsRefused() {
    it.asUser(() -> settings.update(0L, company -> ACME));

    assertThatThrownBy(() -> it.asUser(() -> settings.update(0L, company -> ACME)))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STALE));
  }

  @Test
  void everyFieldIsChecked() {
    assertThatThrownBy(
            () ->
                new NewCompany(
                    "x".repeat(256),
                    null,
                    null,
                    null,
                    "data:text/html;base64,AAAA",
                    "KWD",
                    "Mars/Base",
                    List.of(),
                    "x".repeat(256),
                    400,
                    Map.of("invoice", "INV")))
        .isInstanceOfSatisfying(
            CrmException.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::field)
                    .containsExactlyInAnyOrder(
                        "name",
                        "logo",
                        "base_currency",
                        "time_zone",
                        "payment_terms",
                        "payment_days"));
    assertThatThrownBy(() -> new TaxRate("", new BigDecimal("100.01")))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.violations()).hasSize(2));
  }
}
