package org.crmportal.platform.settings;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What a company says of itself. What has a default gets it where null is given.
 *
 * @param name its name, up to 255 characters
 * @param address its postal address, lines separated by newlines, up to 1,000 characters
 * @param taxId its tax number, up to 100 characters
 * @param bankAccount where customers pay to, as invoices print it, up to 500 characters
 * @param logo an image as a data URI (PNG, JPEG, GIF, WebP or SVG in base64), up to 700,000
 *     characters
 * @param baseCurrency the ISO 4217 code of the currency that everything is summed up in, with at
 *     most two decimals; by default EUR
 * @param timeZone the IANA name of the zone that decides what day it is; by default UTC
 * @param taxRates the rates of tax, the usual one first, with different names
 * @param paymentTerms as new invoices print it, up to 255 characters; by default Net 30
 * @param paymentDays in how many days new invoices are due, 0 to 365; by default 30
 * @param numberingPrefixes with what numbers begin, by kind: letters, digits and dashes, up to 10;
 *     by default INV for {@code invoice} and CN for {@code credit_note}
 */
public record NewCompany(
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
    Map<String, String> numberingPrefixes) {

  private static final int LOGO = 700_000;
  private static final Pattern IMAGE =
      Pattern.compile("data:image/(png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");
  private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{0,49}");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9-]{1,10}");
  private static final Map<String, String> PREFIXES = Map.of("invoice", "INV", "credit_note", "CN");

  /**
   * Checks every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewCompany {
    var checks = new Checks();
    name = checks.optionalText("name", name, 255);
    address = checks.optionalText("address", address, 1000);
    taxId = checks.optionalText("tax_id", taxId, 100);
    bankAccount = checks.optionalText("bank_account", bankAccount, 500);
    logo = image(checks, checks.optionalText("logo", logo, LOGO));
    baseCurrency = currency(checks, or(baseCurrency, "EUR"));
    timeZone = zone(checks, or(timeZone, "UTC"));
    taxRates = List.copyOf(or(taxRates, List.of()));
    paymentTerms = checks.text("payment_terms", or(paymentTerms, "Net 30"), 255);
    paymentDays = or(paymentDays, 30);
    numberingPrefixes = prefixes(checks, or(numberingPrefixes, PREFIXES));
    checks
        .require(
            paymentDays >= 0 && paymentDays <= 365, "payment_days", "range", "must be 0 to 365")
        .require(taxRates.size() <= 20, "tax_rates", "too_many", "has more than 20 rates")
        .require(
            taxRates.stream().map(TaxRate::name).distinct().count() == taxRates.size(),
            "tax_rates",
            "duplicate",
            "has two rates of the same name")
        .done();
  }

  private static <V> V or(@Nullable V value, V otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  private static @Nullable String image(Checks checks, @Nullable String text) {
    checks.require(
        text == null || text.length() > LOGO || IMAGE.matcher(text).matches(),
        "logo",
        "image",
        "must be a data URI of a PNG, JPEG, GIF, WebP or SVG image in base64");
    return text;
  }

  private static String currency(Checks checks, String code) {
    var known =
        Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getCurrencyCode().equals(code))
            .findFirst();
    var digits = known.map(Currency::getDefaultFractionDigits).orElse(-1);
    checks
        .require(known.isPresent(), "base_currency", "currency", "must be an ISO 4217 code")
        .require(
            known.isEmpty() || (digits >= 0 && digits <= 2),
            "base_currency",
            "decimals",
            "must be a currency with at most two decimals");
    return code;
  }

  private static String zone(Checks checks, String name) {
    checks.require(
        ZoneId.getAvailableZoneIds().contains(name),
        "time_zone",
        "time_zone",
        "must be an IANA time zone such as Europe/Vienna");
    return name;
  }

  private static Map<String, String> prefixes(Checks checks, Map<String, String> prefixes) {
    prefixes.forEach(
        (kind, prefix) ->
            checks.require(
                KIND.matcher(kind).matches() && prefix != null && PREFIX.matcher(prefix).matches(),
                "numbering_prefixes." + kind,
                "prefix",
                "must be 1 to 10 letters, digits or dashes, for a kind of number in snake_case"));
    checks.require(
        prefixes.size() <= 50, "numbering_prefixes", "too_many", "has more than 50 prefixes");
    return Collections.unmodifiableMap(new TreeMap<>(prefixes));
  }
}
