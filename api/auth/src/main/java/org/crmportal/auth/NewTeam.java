package org.crmportal.auth;

import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a team that a caller may set; it begins without members.
 *
 * @param name at most 100 characters, unique
 * @param description at most 2,000 characters, or null
 */
public record NewTeam(String name, @Nullable String description) {

  /**
   * Checks the fields.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public NewTeam {
    var checks = new Checks();
    name = checks.text("name", name, 100);
    description = checks.optionalText("description", description, 2_000);
    checks.done();
  }
}
