package org.crmportal.clients;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a client that a caller sets. An instance is always valid.
 *
 * @param status {@code active} if it is missing
 */
public record NewClient(
    String companyName,
    @Nullable String industry,
    @Nullable String website,
    @Nullable String address,
    @Nullable String city,
    @Nullable String state,
    @Nullable String country,
    @Nullable String postalCode,
    @Nullable String primaryContactName,
    @Nullable String primaryContactEmail,
    @Nullable String primaryContactPhone,
    @Nullable UUID accountManagerId,
    ClientStatus status,
    @Nullable String paymentTerms,
    @Nullable BigDecimal creditLimit,
    @Nullable String taxId,
    Map<String, Object> metadata) {

  /**
   * Checks and normalises every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewClient {
    var checks = new Checks();
    companyName = checks.text("company_name", companyName, 255);
    industry = checks.optionalText("industry", industry, 100);
    website = checks.optionalText("website", website, 255);
    address = checks.optionalText("address", address, 2000);
    city = checks.optionalText("city", city, 100);
    state = checks.optionalText("state", state, 100);
    country = checks.optionalText("country", country, 100);
    postalCode = checks.optionalText("postal_code", postalCode, 20);
    primaryContactName = checks.optionalText("primary_contact_name", primaryContactName, 255);
    primaryContactEmail = checks.optionalEmail("primary_contact_email", primaryContactEmail);
    primaryContactPhone = checks.optionalText("primary_contact_phone", primaryContactPhone, 50);
    status = status == null ? ClientStatus.ACTIVE : status;
    paymentTerms = checks.optionalText("payment_terms", paymentTerms, 50);
    creditLimit = checks.optionalAmount("credit_limit", creditLimit);
    taxId = checks.optionalText("tax_id", taxId, 100);
    metadata = metadata == null ? Map.of() : metadata;
    checks.done();
  }
}
