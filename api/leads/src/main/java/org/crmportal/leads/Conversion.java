package org.crmportal.leads;

import java.math.BigDecimal;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How a lead becomes a client.
 *
 * @param clientId the client that it is linked to, or null to make one
 * @param project a project to begin with the client, or null
 */
public record Conversion(@Nullable UUID clientId, @Nullable Project project) {

  /** Makes a client and no project. */
  public static final Conversion PLAIN = new Conversion(null, null);

  /**
   * A project to begin.
   *
   * @param budget in the company's base currency, two decimals
   */
  public record Project(String name, @Nullable BigDecimal budget) {

    /**
     * Checks the fields.
     *
     * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
     */
    public Project {
      var checks = new Checks();
      name = checks.text("project.name", name, 255);
      budget = checks.optionalAmount("project.budget", budget);
      checks.done();
    }
  }
}
