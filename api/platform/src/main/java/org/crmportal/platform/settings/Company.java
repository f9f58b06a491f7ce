package org.crmportal.platform.settings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * The company that uses the server, as it says of itself; see {@link NewCompany} for what the
 * fields hold.
 *
 * @param version how often it was changed
 * @param updatedAt when it was changed last, or null if it never was
 */
public record Company(
    long version,
    @Nullable String name,
    @Nullable String address,
    @Nullable String taxId,
    @Nullable String bankAccount,
    @Nullable String logo,
    String baseCurrency,
    String timeZone,
    List<TaxRate> taxRates,
    String paymentTerms,
    Integer paymentDays,
    Map<String, String> numberingPrefixes,
    @Nullable Instant updatedAt) {

  /** What the settings are to the platform; there is one of them, so they have no service. */
  public static final RecordType<Company, NewCompany> TYPE =
      RecordType.of("settings", Company.class, NewCompany.class)
          .module("journal")
          .table("settings")
          .path("settings")
          .resource("settings")
          .titles("name")
          .build();

  /** The zone that decides what day it is. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
