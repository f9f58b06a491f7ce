package org.crmportal.platform.settings;

import java.math.BigDecimal;
import org.crmportal.platform.Checks;

/**
 * A rate of tax that invoices may use.
 *
 * @param name what people call it, up to 100 characters: {@code Standard}
 * @param rate in percent, 0 to 100, two decimals
 */
public record TaxRate(String name, BigDecimal rate) {

  /**
   * Checks both.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public TaxRate {
    var checks = new Checks();
    name = checks.text("name", name, 100);
    var present = checks.present("rate", rate, BigDecimal.ZERO);
    var exact = checks.optionalDecimal("rate", present, 5, 2);
    rate = exact == null ? present : exact;
    checks
        .require(rate.compareTo(BigDecimal.valueOf(100)) <= 0, "rate", "range", "must be 0 to 100")
        .done();
  }
}
